import { useState } from 'react';

interface Props {
  href: string;
  /** The address at the instant of a click, where it may be newer than `href`. */
  latest?: () => string;
  /** Where it leads, such as "Link to this step". */
  children: string;
}

/** A link that puts its address on the clipboard. It is followed where there is no clipboard, as over plain http. */
export function CopyLink({ href, latest = () => href, children }: Props) {
  const [copied, setCopied] = useState('');
  const copy = (event: React.MouseEvent) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    const address = latest();
    navigator.clipboard.writeText(new URL(address, location.href).href).then(() => setCopied(address), () => setCopied(''));
  };
  return <a href={href} onClick={copy}>{copied !== '' && copied === href ? 'Link copied' : children}</a>;
}
