declare namespace App {
  interface Locals {
    /** The article being rendered; absent on pages that are none. */
    article?: import('./site/article.ts').Article;
  }
}

declare module 'virtual:runs' {
  /** Loads the stories of a technique's figures, by slug. */
  export const stories: Record<string, () => Promise<{ default: import('./diagram/types.ts').FigureRuns }>>;
  /** Loads where all stands in a technique's drawings, by slug. */
  export const drawings: Record<string, () => Promise<{ default: import('./diagram/layout/types.ts').Drawings }>>;
  /** Loads what the traffic of a technique needs, by slug. */
  export const traffic: Record<string, () => Promise<{ default: import('./diagram/types.ts').TrafficRuns }>>;
}
