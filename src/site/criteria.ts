/** The criteria by which techniques are compared, in the order they are shown: the original's four, then ours. */
export const criteria = [
  { id: 'performance', name: 'Performance' },
  { id: 'scalability', name: 'Scalability' },
  { id: 'isolation', name: 'Isolation' },
  { id: 'complexity', name: 'Complexity' },
  { id: 'freshness', name: 'Freshness' },
  { id: 'operability', name: 'Operability' },
] as const;
