/** `<embed-builder>`: keeps the choice, the address, the preview and the snippets in step. */
import { figureOf } from '../catalogue.ts';
import type { Catalogue } from '../catalogue.ts';
import { readChoice, writeChoice } from '../choice.ts';
import type { Choice } from '../choice.ts';
import { forms } from '../forms.ts';
import { frameAddress } from '../snippets.ts';
import type { Figure } from '../snippets.ts';
import { stepName } from './step-name.ts';

class EmbedBuilder extends HTMLElement {
  #catalogue: Catalogue = [];
  #shown = '';

  connectedCallback(): void {
    this.#catalogue = JSON.parse(this.querySelector('[data-catalogue]')!.textContent) as Catalogue;
    const { choice, notes } = readChoice(location.search, this.#catalogue);
    this.#note(notes);
    this.#show(choice);
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('change', ({ target }) => this.#change(target as HTMLInputElement | HTMLSelectElement));
  }

  #change({ name }: HTMLInputElement | HTMLSelectElement): void {
    const query = new URLSearchParams();
    for (const field of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input:checked')) query.set(field.name, field.value);
    if (name === 'technique') {
      const technique = this.#catalogue.find(({ slug }) => slug === query.get('technique'));
      if (!technique?.scenarios.some((scenario) => scenario.name === query.get('scenario'))) query.delete('scenario');
    }
    if (name === 'technique' || name === 'scenario') query.delete('step');
    const { choice } = readChoice(query.toString(), this.#catalogue);
    this.#note([]);
    this.#show(choice);
    history.replaceState(history.state, '', writeChoice(choice) + location.hash);
  }

  #show(choice: Choice): void {
    const { technique, state, width } = choice;
    const scenario = technique.scenarios.find(({ name }) => name === state.scenario)!;
    this.dataset['technique'] = technique.slug;
    this.#offer('scenario', technique.scenarios.map(({ name, title }) => [name, title]));
    const select = this.querySelector('select')!;
    select.replaceChildren(...scenario.captions.map((caption, step) => new Option(stepName(step, caption), String(step))));
    select.value = String(state.step);
    const chosen = { ...state, technique: technique.slug, autoplay: state.autoplay ? '1' : '0', width };
    for (const [name, value] of Object.entries(chosen)) this.#check(name, String(value));

    const figure = figureOf(this.dataset['site']!, technique, state);
    for (const { id, write } of forms) this.#write(id, write(figure, scenario, this.#catalogue));
    this.#preview(frameAddress({ ...figure, site: this.dataset['base']! }), figure, choice);
  }

  /** Replaces the radio buttons of a choice, unless they are the ones wanted. */
  #offer(name: string, options: [value: string, label: string][]): void {
    const box = this.querySelector(`[data-pick="${name}"] .options`)!;
    const now = Array.from(box.querySelectorAll('input'), ({ value }) => value);
    const labels = Array.from(box.querySelectorAll('span'), ({ textContent }) => textContent);
    if (options.every(([value, label], index) => now[index] === value && labels[index] === label) && now.length === options.length) return;
    box.replaceChildren(...options.map(([value, label]) => {
      const input = Object.assign(document.createElement('input'), { type: 'radio', name, value });
      const text = Object.assign(document.createElement('span'), { textContent: label });
      const whole = document.createElement('label');
      whole.append(input, text);
      return whole;
    }));
  }

  #check(name: string, value: string): void {
    for (const input of this.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) input.checked = input.value === value;
  }

  #write(form: string, text: string): void {
    const code = this.querySelector(`[data-form="${form}"] code`)!;
    code.replaceChildren(...text.split('\n').map((line) => (
      Object.assign(document.createElement('span'), { className: 'line', textContent: line })
    )));
  }

  /** A new frame each time, and never a new address in an old one: that would fill the reader's history. */
  #preview(address: string, { title, height }: Figure, { state, width }: Choice): void {
    const old = this.querySelector('iframe')!;
    this.querySelector<HTMLElement>('.preview')!.dataset['theme'] = state.theme;
    old.width = String(width);
    if (this.#shown === address || (this.#shown === '' && old.getAttribute('src') === address)) return;
    this.#shown = address;
    const frame = old.cloneNode() as HTMLIFrameElement;
    frame.title = `${title}, animated`;
    frame.height = String(height);
    frame.src = address;
    old.replaceWith(frame);
  }

  #note(notes: string[]): void {
    this.querySelector('.builder-notes')!.textContent = notes.join(' ');
  }
}

customElements.define('embed-builder', EmbedBuilder);
