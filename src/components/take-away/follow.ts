/** Keeps the files of a figure those of the run and the step that it shows, and copies its sequence diagram. */
export function follow(element: HTMLElement): void {
  const figure = element.parentElement!.querySelector<HTMLElement>('figure[data-technique]')!;
  const technique = element.dataset['technique']!;
  const links = [...element.querySelectorAll('a')];
  const button = element.querySelector('button')!;
  const status = element.querySelector('[role=status]')!;
  let diagram = '';

  const show = () => {
    const { scenario = '', step = '' } = figure.dataset;
    element.querySelector('[data-scenario]')!.textContent = scenario;
    for (const link of links) {
      if (link.dataset['step'] !== undefined) link.textContent = `step-${step}.svg`;
      const file = link.textContent;
      link.href = `${link.dataset['of']}${scenario}/${file}`;
      link.download = `${technique}-${scenario}-${file}`;
    }
  };

  /** Fetched before it is asked for: a browser lets a script copy only while it answers a press. */
  const fetchDiagram = async () => {
    const { scenario } = figure.dataset;
    diagram = '';
    button.textContent = 'Copy as Mermaid';
    status.textContent = '';
    const response = await fetch(links[0]!.href);
    const text = response.ok ? await response.text() : '';
    if (figure.dataset['scenario'] === scenario) diagram = text;
  };

  button.addEventListener('click', async () => {
    const copied = diagram !== '' && await navigator.clipboard.writeText(diagram).then(() => true, () => false);
    button.textContent = copied ? 'Copied' : 'Not copied';
    status.textContent = copied ? 'Copied' : 'Not copied: take the file beside it.';
  });

  let scenario = '';
  const look = () => {
    show();
    if (figure.dataset['scenario'] === scenario) return;
    scenario = figure.dataset['scenario']!;
    void fetchDiagram();
  };
  new MutationObserver(look).observe(figure, { attributeFilter: ['data-scenario', 'data-step'] });
  look();
}
