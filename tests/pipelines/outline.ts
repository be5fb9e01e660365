const entities: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal: string, hex: string, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : entities[name] ?? whole;
  });
}

/**
 * What a browser makes of some HTML, one tag or text a line: attributes in order of their names,
 * quotes and entities of whatever kind resolved, so that two pipelines can be compared.
 */
export function outline(html: string): string {
  const lines: string[] = [];
  for (const [, close, name, inside, text] of html.matchAll(/<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>|([^<]+)/gi)) {
    if (name === undefined) {
      if (text!.trim() !== '') lines.push(decoded(text!).replace(/\s+/g, ' ').trim());
      continue;
    }
    if (close || name === 'p') {
      if (name !== 'p' && name !== 'li') lines.push(`</${name.toLowerCase()}>`);
      else if (!close) lines.push('<p>');
      continue;
    }
    const attributes = [...inside!.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)]
      .map(([, key, double, single, bare]) => `${key!.toLowerCase()}=${decoded(double ?? single ?? bare ?? '')}`).toSorted();
    lines.push(`<${[name.toLowerCase(), ...attributes].join(' | ')}>`);
  }
  return `${lines.join('\n')}\n`;
}
