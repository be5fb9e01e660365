type Figures = Record<string, Record<string, (readonly [value: string | null, mean: number | null])[]>>;

const own = ['technique', 'criterion', 'by', 'under', 'sort', 'order', 'open'];
const verdicts = ['Strong', 'Fair', 'Weak'];

/**
 * Narrows, sorts and measures the table of techniques by criteria as a reader chooses, says what it shows,
 * and keeps the address in step. With nothing ticked all is shown. Until a reader chooses otherwise, the figures
 * are those of the scenario that the page compares.
 */
export function followChoices(root: HTMLElement): void {
  const one = <E extends Element>(selector: string) => root.querySelector<E>(selector)!;
  const form = one<HTMLFormElement>('form');
  const note = one<HTMLElement>('.table-note');
  const body = one<HTMLTableSectionElement>('tbody');
  const figures = JSON.parse(one('script').textContent) as Figures;
  const rows = [...body.rows];
  const heads = [...root.querySelectorAll<HTMLElement>('[data-criterion]')];
  const inputs = [...form.querySelectorAll('input')];
  const under = one<HTMLSelectElement>('select');
  const standard = under.value;
  const nameOf = (head: HTMLElement) => head.dataset['criterion']!;
  const opened = () => [...root.querySelectorAll<HTMLDetailsElement>('details')];
  let sort = '';
  let worst = false;

  const place = () => new URLSearchParams(location.search).get('scenario') ?? standard;

  const show = () => {
    const data = new FormData(form);
    const wanted = (name: string, value: string) => !data.has(name) || data.getAll(name).includes(value);
    const byFigure = data.get('by') === 'figure';
    const column = heads.findIndex((head) => nameOf(head) === sort);
    const more = heads[column]?.dataset['better'] === 'more' || !byFigure;
    const measured = figures[under.value]!;

    const rank = (row: HTMLTableRowElement) => (byFigure
      ? (measured[row.dataset['technique']!]![column]![1] ?? Infinity) * (more ? -1 : 1)
      : verdicts.indexOf(row.cells[column + 1]!.dataset['verdict']!));
    body.append(...(column < 0 ? rows : rows.toSorted((a, b) => (rank(a) - rank(b)) * (worst ? -1 : 1))));

    heads.forEach((head, index) => {
      head.hidden = !wanted('criterion', nameOf(head));
      if (index === column) head.ariaSort = more === worst ? 'ascending' : 'descending';
      else head.removeAttribute('aria-sort');
    });
    for (const row of rows) {
      const { technique = '' } = row.dataset;
      row.hidden = !wanted('technique', technique);
      heads.forEach(({ hidden }, index) => {
        const cell = row.cells[index + 1]!;
        cell.hidden = hidden;
        const link = cell.querySelector<HTMLAnchorElement>('.measured-figure');
        if (!link) return;
        link.textContent = measured[technique]![index]![0] ?? 'none';
        link.hash = `run-${under.value}`;
      });
    }
    const criteria = heads.filter(({ hidden }) => !hidden).length;
    root.style.setProperty('--criteria', String(criteria));
    const order = column < 0 ? 'in reading order' : `by ${sort}, ${worst ? 'worst' : 'best'} ${byFigure ? 'figure' : 'verdict'} first`;
    const text = `${rows.filter(({ hidden }) => !hidden).length} of ${rows.length} techniques, ${criteria} of ${heads.length} criteria, ${order}.`;
    const said = one('[role=status]');
    if (said.textContent !== text) said.textContent = text;
  };

  const write = () => {
    const query = new URLSearchParams(location.search);
    for (const name of own) query.delete(name);
    const open = opened().filter((details) => details.open).map(({ dataset }) => dataset['of']!);
    const state = [...new FormData(form) as unknown as Iterable<[string, string]>,
      ['sort', sort], ['order', worst ? 'worst' : ''], ...open.map((of) => ['open', of])];
    for (const [name, value] of state) {
      if (value && value !== 'verdict' && !(name === 'under' && value === place())) query.append(name!, value);
    }
    const text = query.toString();
    history.replaceState(history.state, '', (text ? `?${text}` : location.pathname) + location.hash);
  };

  const choose = () => {
    note.hidden = true;
    show();
    write();
  };

  const read = () => {
    let bad = false;
    const query = new URLSearchParams(location.search);
    if (figures[place()]) under.value = place();
    for (const name of own) {
      for (const value of query.getAll(name)) {
        const input = inputs.find((each) => each.name === name && each.value === value);
        const details = name === 'open' && opened().find(({ dataset }) => dataset['of'] === value);
        if (input) input.checked = true;
        else if (details) details.open = true;
        else if (name === 'under' && figures[value]) under.value = value;
        else if (name === 'sort' && heads.some((head) => nameOf(head) === value)) sort = value;
        else if (name === 'order' && value === 'worst') worst = true;
        else bad = true;
      }
    }
    note.hidden = !bad;
  };

  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      const again = sort === nameOf(head);
      sort = again && worst ? '' : nameOf(head);
      worst = again && !worst;
      choose();
    });
    head.replaceChildren(button);
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', choose);
  one('.show-all').addEventListener('click', () => {
    sort = '';
    worst = false;
    form.reset();
    choose();
  });
  root.addEventListener('toggle', write, true);
  const compared = document.querySelector<HTMLElement>('.compare');
  const follow = () => {
    const { scenario = '' } = compared!.dataset;
    if (!figures[scenario] || new URLSearchParams(location.search).has('under')) return;
    under.value = scenario;
    show();
  };
  if (compared) new MutationObserver(follow).observe(compared, { attributeFilter: ['data-scenario'] });
  read();
  show();
}
