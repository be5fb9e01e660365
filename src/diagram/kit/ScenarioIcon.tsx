/** The picture of a scenario by the name of its icon; the page has it in its `IconSheet`. */
export function ScenarioIcon({ name }: { name: string }) {
  return (
    <svg className="scenario-icon" viewBox="0 0 24 21" width={24} height={21} aria-hidden="true" focusable="false">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
