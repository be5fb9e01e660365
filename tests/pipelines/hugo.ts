/** Hugo as the blog runs it: raw HTML allowed, output minified. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const config = `baseURL = "https://blog.example.org/"
disableKinds = ["taxonomy", "term", "home", "section", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
`;

export interface Built {
  ok: boolean;
  /** What Hugo said. */
  said: string;
  /** The HTML of each post, by its name; empty when the build failed. */
  html: Record<string, string>;
}

/**
 * Builds a site with these posts.
 * @param posts Markdown by name, front matter included where it has any
 * @param shortcode the file of the shortcode, if the site has it
 */
export function hugoBuild(posts: Record<string, string>, shortcode?: string): Built {
  const site = mkdtempSync(join(tmpdir(), 'hugo-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  put('config.toml', config);
  put('layouts/_default/single.html', '{{ .Content }}');
  if (shortcode !== undefined) put('layouts/shortcodes/between-services.html', shortcode);
  for (const [name, text] of Object.entries(posts)) {
    put(`content/${name}.md`, text.startsWith('---') ? text : `---\ntitle: ${name}\n---\n\n${text}`);
  }
  const { status, stdout, stderr } = spawnSync('hugo', ['--minify', '--source', site, '--destination', 'out'], { encoding: 'utf8' });
  const ok = status === 0;
  const html = Object.fromEntries(Object.keys(posts).map((name) => [name, ok ? readFileSync(join(site, 'out', name, 'index.html'), 'utf8') : '']));
  rmSync(site, { recursive: true, force: true });
  return { ok, said: stdout + stderr, html };
}
