/**
 * `<between-services technique="direct-api-call">`: a diagram in somebody else's page.
 * Its children are what readers see without JavaScript, in feeds and in e-mail.
 */
import { envelope, readFromEmbed, speeds, themes } from './messages.ts';
import type { FromEmbed, Speed, Theme, ToEmbed } from './messages.ts';
import { hostTheme } from './host-theme.ts';
import { followProse } from './prose-links.ts';

/** What an element knows of its diagram. */
export interface DiagramState {
  playing: boolean;
  step: number;
  steps: number;
}

const passed = ['scenario', 'step', 'autoplay', 'speed', 'controls', 'view'] as const;
const home = new URL(/* @vite-ignore */ '..', import.meta.url);
const leastHeight = 80;
const mostHeight = 4000;

const style = new CSSStyleSheet();
style.replaceSync(
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;height:420px;min-height:inherit}',
);

export class BetweenServices extends HTMLElement {
  static observedAttributes = ['technique', 'theme', 'label', 'data-controls', ...passed];

  /** Resolves when the diagram has said that it is there; a new one after a change of technique or scenario. */
  ready!: Promise<void>;
  state: DiagramState = { playing: false, step: 0, steps: 0 };
  /** The step last asked for or heard of, from which `next` and `previous` count. */
  #at = 0;
  #frame: HTMLIFrameElement | null = null;
  #isReady = () => {};
  /** Whether this frame has said that it is ready: it answers every hello. */
  #said = true;
  /** What was asked before that, the last of each sort. */
  #asked = new Map<string, ToEmbed>();
  #due = false;
  #stop: (() => void)[] = [];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [style];
    this.#renew();
  }

  connectedCallback(): void {
    const listen = (event: MessageEvent) => this.#take(event);
    addEventListener('message', listen);
    this.#stop.push(() => removeEventListener('message', listen), hostTheme(this, () => this.#sendTheme()));
    this.#show();
  }

  disconnectedCallback(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#stop.length === 0 || before === after) return;
    if (name === 'theme') this.#sendTheme();
    else if (name === 'speed') this.#sendSpeed();
    else if (name === 'label') this.#name();
    else if (name !== 'step') this.#showSoon();
    else if (!this.#due) this.seek(Number(after));
  }

  play(): void {
    this.#send({ type: 'play' });
  }

  pause(): void {
    this.#send({ type: 'pause' });
  }

  /** Goes to a step, 0 first. Anything but a whole number from 0 is ignored. */
  seek(step: number): void {
    if (!Number.isInteger(step) || step < 0) return;
    this.#at = step;
    this.#send({ type: 'seek', step });
  }

  next(): void {
    this.seek(Math.min(this.#at + 1, this.#last));
  }

  previous(): void {
    this.seek(Math.max(Math.min(this.#at, this.#last) - 1, 0));
  }

  /** Infinity for as long as nobody has said how many steps there are. */
  get #last(): number {
    const { steps } = this.state;
    return steps === 0 ? Infinity : steps - 1;
  }

  get #theme(): Theme {
    const wanted = this.getAttribute('theme');
    return themes.find((name) => name === wanted) ?? hostTheme.of(this);
  }

  #name(): void {
    if (this.#frame) this.#frame.title = this.getAttribute('label') ?? `Diagram: ${this.getAttribute('technique')}`;
  }

  /** Begins anew with what is not known of a frame that is still to come. */
  #renew(): void {
    if (this.#said) {
      this.ready = new Promise((resolve) => (this.#isReady = resolve));
      this.#asked.clear();
    }
    this.#said = false;
    const step = this.#wanted('step') ?? '';
    this.#begin(/^\d{1,4}$/.test(step) ? Number(step) : 0, 0);
  }

  /** Where a frame stands before it moves. */
  #begin(step: number, steps: number): void {
    this.state = { playing: false, step, steps };
    if (!this.#asked.has('seek')) this.#at = step;
  }

  /** What an attribute asks of the frame. Gatsby and Hugo drop the value of `controls`, so `data-` may stand before a name. */
  #wanted(name: string): string | null {
    return this.getAttribute(name) || this.getAttribute(`data-${name}`);
  }

  /** Once for all attributes that change together. */
  #showSoon(): void {
    if (this.#due) return;
    this.#due = true;
    this.#renew();
    queueMicrotask(() => {
      this.#due = false;
      if (this.#stop.length > 0) this.#show();
    });
  }

  #show(): void {
    this.#frame?.remove();
    this.#frame = null;
    this.#renew();
    const technique = this.getAttribute('technique') ?? '';
    if (!/^[a-z0-9-]+$/.test(technique)) {
      this.#say('error', { code: 'bad-param', name: 'technique' });
      return;
    }
    const address = new URL(`embed/v1/${technique}/`, home);
    address.searchParams.set('theme', this.#theme);
    for (const name of passed) {
      const value = this.#wanted(name);
      if (value) address.searchParams.set(name, value);
    }
    if (this.getAttribute('autoplay') === '') address.searchParams.set('autoplay', '1');
    const frame = document.createElement('iframe');
    frame.loading = this.hasAttribute('eager') ? 'eager' : 'lazy';
    frame.allow = 'fullscreen';
    frame.referrerPolicy = 'no-referrer';
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    frame.addEventListener('load', () => this.#post({ type: 'hello' }));
    frame.src = address.href;
    this.#frame = frame;
    this.#name();
    this.shadowRoot!.append(frame);
  }

  /** Tells the frame, or keeps it for when the frame is there; `play` and `pause` undo each other. */
  #send(message: ToEmbed): void {
    if (this.#said) {
      this.#post(message);
      return;
    }
    const sort = message.type === 'pause' ? 'play' : message.type;
    this.#asked.delete(sort);
    this.#asked.set(sort, message);
  }

  #post(message: ToEmbed): void {
    this.#frame?.contentWindow?.postMessage(envelope(message), '*');
  }

  #sendTheme(): void {
    this.#send({ type: 'theme', theme: this.#theme });
  }

  #sendSpeed(): void {
    const speed = speeds.find((value) => String(value) === this.getAttribute('speed')) ?? (1 as Speed);
    this.#send({ type: 'speed', speed });
  }

  /** The frame is sandboxed, so its origin is opaque: the window it comes from is what counts. */
  #take({ data, origin, source }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow || (origin !== 'null' && origin !== home.origin)) return;
    const message = readFromEmbed(data);
    if (message) this.#act(message);
  }

  #act(message: FromEmbed): void {
    if (message.type === 'ready') {
      const { steps } = message;
      if (this.#said) {
        this.state = { ...this.state, steps };
        return;
      }
      this.#said = true;
      this.#begin(this.state.step < steps ? this.state.step : 0, steps);
      for (const asked of this.#asked.values()) this.#post(asked);
      this.#isReady();
    } else if (message.type === 'state') {
      this.state = { playing: message.playing, step: message.step, steps: message.steps };
      this.#at = message.step;
    } else if (message.type === 'size') {
      const height = Math.min(mostHeight, Math.max(leastHeight, Math.round(message.height)));
      this.#frame!.style.height = `${height}px`;
      return;
    }
    const { type, ...detail } = message;
    this.#say(type, detail);
  }

  #say(type: Exclude<FromEmbed['type'], 'size'>, detail: object): void {
    this.dispatchEvent(new CustomEvent(`between-services-${type}`, { bubbles: true, detail }));
  }
}

if (!customElements.get('between-services')) {
  customElements.define('between-services', BetweenServices);
  followProse();
}
