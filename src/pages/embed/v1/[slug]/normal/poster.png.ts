import { normalPicture } from '../../../../../site/normal-picture.ts';

const picture = normalPicture('poster.png', 'image/png');
export const getStaticPaths = picture.getStaticPaths;
export const GET = picture.GET;
