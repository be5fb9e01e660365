import type { NamedScenario } from './types.ts';

/** What to see in a scenario as it is named. */
export function Seen({ named: { title, short, sees }, asNamed }: { named: NamedScenario; asNamed: boolean }) {
  return (
    <section className="seen" aria-label="What to see">
      <h2>{title}</h2>
      <p className="seen-short">{short}{!asNamed && <b> You have changed the world. What follows was measured in the scenario as it is named.</b>}</p>
      <div className="sees">{sees.map((text) => <p key={text}>{text}</p>)}</div>
    </section>
  );
}
