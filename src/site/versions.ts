/** Which of the three price tints, and how many holes, a version has: 7 has the first, 8 the second, 9 the third, 10 the first again. */
export function tint(version: number): 1 | 2 | 3 {
  return ((((version - 1) % 3) + 3) % 3 + 1) as 1 | 2 | 3;
}
