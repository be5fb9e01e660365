/** Words that turn bold when chosen, and take the room of bold words from the start. */
export function Steady({ text }: { text: string }) {
  return <span className="steady" data-text={text}>{text}</span>;
}
