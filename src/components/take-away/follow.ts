/**
 * Keeps the files of a story those of the scenario and the step that `shown` shows, and copies its sequence diagram.
 * @param element holds the links and the button; it names its technique
 * @param shown says what it shows in `data-scenario` and `data-step`
 */
export function follow(element: HTMLElement, shown: HTMLElement): void {
  const { technique = '' } = element.dataset;
  const links = [...element.querySelectorAll('a')];
  const button = element.querySelector('button')!;
  const status = element.querySelector('[role=status]')!;
  let scenario: string | undefined;
  let diagram = '';

  const show = () => {
    const { step = '' } = shown.dataset;
    for (const each of element.querySelectorAll('[data-scenario]')) each.textContent = scenario!;
    for (const link of links) {
      if (link.dataset['step'] !== undefined) link.textContent = link.dataset['file'] = `step-${step}.svg`;
      const { of, file } = link.dataset;
      link.href = `${of}${scenario}/${file}`;
      link.download = `${technique}-${scenario}-${file}`;
    }
  };

  /** Fetched before it can be asked for: a browser lets a script copy only while it answers a press. */
  const fetchDiagram = async (of: string) => {
    button.disabled = true;
    button.textContent = 'Copy as Mermaid';
    status.textContent = '';
    const text = await fetch(links[0]!.href).then((response) => (response.ok ? response.text() : '')).catch(() => '');
    if (of !== scenario) return;
    diagram = text;
    button.disabled = false;
  };

  button.addEventListener('click', async () => {
    const copied = diagram !== '' && await navigator.clipboard?.writeText(diagram).then(() => true, () => false);
    button.textContent = copied ? 'Copied' : 'Not copied';
    status.textContent = copied ? 'Copied' : 'Not copied: take the file beside it.';
  });

  const look = () => {
    const before = scenario;
    scenario = shown.dataset['scenario']!;
    show();
    if (before !== scenario) void fetchDiagram(scenario);
  };
  new MutationObserver(look).observe(shown, { attributeFilter: ['data-scenario', 'data-step'] });
  look();
}
