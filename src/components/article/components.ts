/** What an article or a page may use without importing it. */
import A from '../words/A.astro';
import B from '../words/B.astro';
import SixAtAGlance from '../SixAtAGlance.astro';
import Tag from '../words/Tag.astro';
import Word from '../words/Word.astro';
import Parameters from '../Parameters.astro';
import CriteriaTable from '../criteria/CriteriaTable.astro';
import Measured from '../measured/Measured.astro';
import Run from '../measured/Run.astro';
import Verification from '../measured/Verification.astro';
import Cite from './Cite.astro';
import Diagram from '../Diagram.astro';
import H2 from './H2.astro';
import H3 from './H3.astro';
import Item from './Item.astro';
import Link from './Link.astro';
import Model from './Model.astro';
import Paragraph from './Paragraph.astro';
import Sources from './Sources.astro';
import TradeOffs from './TradeOffs.astro';
import Traffic from '../Traffic.astro';
import Wire from './Wire.astro';

export const components = { A, B, Cite, CriteriaTable, Diagram, Measured, Model, Parameters, Run, SixAtAGlance, Sources, Tag, TradeOffs, Traffic, Verification, Wire, Word, a: Link, h2: H2, h3: H3, li: Item, p: Paragraph };
