/**
 * Shows one scenario of the comparison at a time, the one that is chosen or that the address names
 * (`?scenario=b-down`), and keeps the address in step. Without scripts all of them are there to read.
 */
export function followScenario(root: HTMLElement): void {
  const choices = [...root.querySelectorAll<HTMLInputElement>('input[name="scenario"]')];
  const sections = [...root.querySelectorAll<HTMLElement>('.compared')];
  const note = root.querySelector<HTMLElement>('[data-note]')!;

  const show = (name: string) => {
    for (const section of sections) section.classList.toggle('shown', section.dataset['scenario'] === name);
    root.dataset['scenario'] = name;
  };

  const asked = new URLSearchParams(location.search).get('scenario');
  const choice = choices.find(({ value }) => value === asked);
  if (choice) choice.checked = true;
  else if (asked !== null) {
    note.textContent = 'The address names a scenario that is not compared here. This is the first one.';
    note.hidden = false;
  }
  root.classList.add('chosen');
  show(choices.find(({ checked }) => checked)!.value);

  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'scenario') return;
    note.hidden = true;
    show(target.value);
    const query = new URLSearchParams(location.search);
    query.set('scenario', target.value);
    history.replaceState(history.state, '', `?${query}${location.hash}`);
  });
}
