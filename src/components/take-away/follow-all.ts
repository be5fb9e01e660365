import { follow } from './follow.ts';

/** Keeps the files below the comparison those of the scenario that it shows, once a reader comes near them. */
export function followAll(element: HTMLElement): void {
  const shown = document.querySelector<HTMLElement>('.compare')!;
  const look = () => {
    const { scenario = '' } = shown.dataset;
    element.querySelector('[data-shown]')!.textContent = scenario;
    for (const link of element.querySelectorAll<HTMLAnchorElement>('.measured-files a')) {
      const { of, file } = link.dataset;
      link.href = `${of}${scenario}/${file}`;
      link.download = `${scenario}-${file}`;
    }
  };
  const start = new IntersectionObserver(([entry]) => {
    if (!entry!.isIntersecting) return;
    start.disconnect();
    new MutationObserver(look).observe(shown, { attributeFilter: ['data-scenario'] });
    look();
    for (const row of element.querySelectorAll<HTMLElement>('.story-files')) follow(row, shown);
  }, { rootMargin: '100%' });
  start.observe(element);
}
