/** What a page gives the traffic of a technique. */
export interface TrafficProps {
  /** The slug of the technique whose model runs. */
  technique: string;
  title: string;
  /** "Figure 6" */
  number: number;
  /** Where the comparison is. */
  comparison: string;
}
