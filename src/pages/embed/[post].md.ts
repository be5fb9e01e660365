import type { APIContext } from 'astro';
import { readyPost } from '../../embed/ready-post.ts';
import type { PostForm } from '../../embed/ready-post.ts';
import { embedCatalogue, siteAddress } from '../../site/embeds.ts';

const posts: Record<string, PostForm> = { 'ready-post': 'pictures', 'ready-post-frames': 'frames' };

export function getStaticPaths() {
  return Object.entries(posts).map(([post, form]) => ({ params: { post }, props: { form } }));
}

export async function GET({ props, site }: APIContext<{ form: PostForm }>): Promise<Response> {
  return new Response(readyPost(siteAddress(site), await embedCatalogue(), props.form));
}
