declare namespace App {
  interface Locals {
    /** The article being rendered; absent on pages that are none. */
    article?: import('./site/article.ts').Article;
  }
}

declare module 'virtual:runs' {
  /** Loads the runs of a technique's figures, by slug. */
  const runs: Record<string, () => Promise<{ default: import('./diagram/types.ts').FigureRuns }>>;
  export default runs;
}
