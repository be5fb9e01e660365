import { normalPicture } from '../../../../../site/normal-picture.ts';

const picture = normalPicture('animated.gif', 'image/gif');
export const getStaticPaths = picture.getStaticPaths;
export const GET = picture.GET;
