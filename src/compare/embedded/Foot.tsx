/** What the bars mean, and where the figures come from. */
export function Foot() {
  return (
    <div className="embedded-foot">
      <ul className="legend">
        <li><i className="answered" />answered</li>
        <li><i className="late" />after a second</li>
        <li><i className="wrong" />wrong price <span aria-hidden="true">≠</span></li>
        <li><i className="lost" />failed</li>
      </ul>
      <p>A hundred shoppers a second, realistic parameters. Figures: means of ten seeds.</p>
    </div>
  );
}
