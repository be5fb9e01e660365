/** What products cost: the price is a function of product and version, so that every run agrees. */
import { purpose, uniform } from './random.ts';
import type { Price } from './trace.ts';

/** The version every product has at the start of a run. */
export const firstVersion = 7;

const mug = [1190, 1250, 1350];

/** The stock-keeping unit of the product of a popularity rank, 1 first. */
export function skuOf(product: number): string {
  if (product === 1) return 'MUG-1';
  if (product === 2) return 'TEE-2';
  return `SKU-${product}`;
}

/** The price of a product at a version. The mug costs 12.50 at 7, 13.50 at 8 and 11.90 at 9. */
export function priceOf(product: number, version: number): Price {
  const sku = skuOf(product);
  if (product === 1) return { sku, cents: mug[version % 3]!, version };
  const base = 500 + 50 * Math.floor(uniform(0, purpose('base price'), product, 0) * 80);
  return { sku, cents: base + 50 * Math.floor(uniform(0, purpose('price step'), product, version) * 10), version };
}
