/** `<paste-check>`: says what is wrong with a post while it is pasted or typed. Nothing leaves the page. */
import type { Catalogue } from '../catalogue.ts';
import { checkPost } from '../paste-check.ts';
import type { Finding } from '../paste-check.ts';

class PasteCheck extends HTMLElement {
  connectedCallback(): void {
    const catalogue = JSON.parse(document.querySelector('[data-catalogue]')!.textContent) as Catalogue;
    const post = this.querySelector('textarea')!;
    const mdx = this.querySelector('input')!;
    const look = () => {
      const { findings, figures } = checkPost(post.value, catalogue, { mdx: mdx.checked });
      this.querySelector('.verdict-line')!.textContent = post.value.trim() === '' ? '' : verdict(figures, findings.length);
      this.querySelector('.findings')!.replaceChildren(...findings.map((finding) => this.#item(finding, post)));
    };
    this.addEventListener('input', look);
    look();
  }

  #item({ line, text }: Finding, post: HTMLTextAreaElement): HTMLElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: `Line ${line}` });
    button.addEventListener('click', () => {
      const lines = post.value.split('\n');
      const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      post.focus();
      post.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    });
    const item = document.createElement('li');
    item.append(button, Object.assign(document.createElement('span'), { textContent: text }));
    return item;
  }
}

function verdict(figures: number, wrong: number): string {
  if (figures === 0) return 'There is no figure of this site in it.';
  const count = `${figures === 1 ? 'One figure' : `${figures} figures`}.`;
  if (wrong === 0) return `${count} Nothing is wrong.`;
  return `${count} ${wrong === 1 ? 'One thing' : `${wrong} things`} to mend.`;
}

customElements.define('paste-check', PasteCheck);
