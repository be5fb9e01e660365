declare namespace App {
  interface Locals {
    /** The article being rendered; absent on pages that are none. */
    article?: import('./site/article.ts').Article;
  }
}
