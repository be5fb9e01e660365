/** The blog's own post with this site's figures in it, for its author to fill with words. */
import { comparison, figureOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { defaultState } from './parameters.ts';
import { iframe, markdownImage } from './snippets.ts';

/** The headings of the post's sections, by technique, in its order. */
const sections: Record<string, string> = {
  'shared-data': 'Shared Data',
  'direct-api-call': 'Direct API Call',
  'async-polling': 'Direct API Call with Async Polling',
  'async-messaging': 'Async Messaging Everywhere',
  'cache-with-api-updates': 'Local Cache with Direct API Updates from Source of Truth',
  'cache-with-update-events': 'Local Cache with Update Events from Source of Truth',
};

/** The name of the blog's featured image, and of ours. */
const featuredPicture = 'comparing-techniques-communicating-between-services.png';

/** The featured image stays a path of the blog's own: Gatsby makes a file of it, and an address elsewhere would stop its build. */
const frontMatter = `---
templateKey: blog-post
title: Comparing Techniques for Communicating Between Services
date: 2021-08-24
description: There are several typical ways for two services (or microservices) to communicate with one another at runtime. Compare the various techniques and patterns, and their individual pros and cons.
path: blog-post
featuredpost: false
featuredimage: /img/${featuredPicture}
tags:
  - cloud
  - architecture
  - microservices
  - patterns
category:
  - Software Development
comments: true
share: true
---`;

/** How the figures stand in the post: as pictures, which any pipeline takes, or as frames a reader can step through. */
export type PostForm = 'pictures' | 'frames';

/**
 * The post as Markdown, its prose reduced to headings.
 * @param site the published address of this site, without a slash at its end
 */
export function readyPost(site: string, catalogue: Catalogue, form: PostForm): string {
  const write = form === 'pictures' ? markdownImage : iframe;
  const figures = catalogue.filter(({ slug }) => slug !== comparison).flatMap((technique) => [
    `## ${sections[technique.slug] ?? technique.title}`,
    write(figureOf(site, technique, { ...defaultState, theme: 'light' })),
    ...['Performance', 'Scalability', 'App Isolation', 'Complexity'].map((criterion) => `### ${criterion}`),
  ]);
  const featured = `[![Six ways for two services to communicate](${site}/embed/v1/img/${featuredPicture})](${site}/)`;
  return `${[frontMatter, featured, '## A Simple Scenario', ...figures, '## Mixing Methods', '## Summary'].join('\n\n')}\n`;
}
