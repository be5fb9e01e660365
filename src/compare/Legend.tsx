/** What the bars of a strip mean, and what a press on one does. */
export function Legend() {
  return (
    <div className="compare-legend">
      <ul className="legend">
        <li><i className="answered" />answered</li>
        <li><i className="late" />answered after a second or more</li>
        <li><i className="wrong" />at a wrong price <span aria-hidden="true">≠</span></li>
        <li><i className="lost" />failed</li>
      </ul>
      <p>Checkouts by the second they began. Press a strip to open that instant in the technique’s own figure.</p>
    </div>
  );
}
