/**
 * Logarithm, exponential and power from + - * / alone, so that a run is the same, bit for bit, in
 * every engine: the built-in functions differ in the last bit between engines.
 */

const { LN2, SQRT1_2, SQRT2 } = Math;

/** The natural logarithm of a positive number, to about 1e-16. Not a number for x <= 0. */
export function ln(x: number): number {
  if (!(x > 0)) return NaN;
  let exponent = 0;
  let m = x;
  while (m < SQRT1_2) {
    m *= 2;
    exponent -= 1;
  }
  while (m > SQRT2) {
    m /= 2;
    exponent += 1;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), and |s| <= 0.172, so 12 terms are enough.
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * s2 + 1 / k;
  return 2 * s * sum + exponent * LN2;
}

/** e to the power x, to about 1e-15 of its value. */
export function exp(x: number): number {
  if (x > 700) return Infinity;
  if (x < -700) return 0;
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let sum = 1;
  for (let n = 18; n >= 1; n -= 1) sum = 1 + (r / n) * sum;
  let scaled = sum;
  for (let i = 0; i < k; i += 1) scaled *= 2;
  for (let i = 0; i > k; i -= 1) scaled /= 2;
  return scaled;
}

/** A positive base to any power. Whole exponents multiply, so that pow(2, 10) is exactly 1024. */
export function pow(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && Math.abs(exponent) <= 1024) {
    let product = 1;
    for (let i = 0; i < Math.abs(exponent); i += 1) product *= base;
    return exponent < 0 ? 1 / product : product;
  }
  return exp(exponent * ln(base));
}

const CENTRE = [
  [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const;
const TAIL = [
  [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const;

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

/** The standard normal quantile of 0 < p < 1, relative error below 1.2e-9 (P. J. Acklam's rational approximation). */
export function normalQuantile(p: number): number {
  const low = 0.02425;
  if (p < low) {
    const q = Math.sqrt(-2 * ln(p));
    return polynomial(TAIL[0], q) / polynomial(TAIL[1], q);
  }
  if (p > 1 - low) return -normalQuantile(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (q * polynomial(CENTRE[0], r)) / polynomial(CENTRE[1], r);
}
