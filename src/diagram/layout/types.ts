/** The three drawings, in logical units; the container's width chooses one. */
export const widths = [1000, 600, 320] as const;
export type Width = (typeof widths)[number];

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Where text goes: `y` is the first line's baseline. */
export interface TextSpot extends Point {
  anchor: 'start' | 'middle' | 'end';
  lines: 1 | 2;
  /** Stands above its participant: without a second line the first moves down to it. */
  up?: boolean;
  /** A name of several words breaks before its last. */
  broken?: boolean;
}

export type Shape = 'screen' | 'banner' | 'disc' | 'square' | 'cylinder' | 'broker' | 'shelf' | 'box';

/** One named queue of a broker: a tray open at both ends. */
export interface Tray {
  queue: string;
  /** In the drawing's units, not the node's. */
  box: Box;
  slots: number;
  /** The end the reader takes from: the oldest item lies there. */
  reader: 'left' | 'right';
  label: TextSpot;
}

export interface PlacedNode {
  id: string;
  shape: Shape;
  box: Box;
  /** Where the name and the line below it stand; null where the shape carries its own text. */
  label: TextSpot | null;
  trays: Tray[];
  /** The top left corner of the flag it flies when it is not well, in the drawing's units. */
  flag: Point;
}

/** A channel as drawn: from `ends[0]` to `ends[1]` along `points`. */
export interface Wire {
  id: string;
  ends: [string, string];
  /** The broker's queue it serves, where a channel has one wire for each. */
  queue: string | null;
  points: Point[];
  /** A thick stem, and no wire: the cache and its owner. */
  docked: boolean;
  /** Where the message under way is named, and where when it carries a price tag. */
  label: TextSpot;
  tagged: TextSpot;
  tag: TagPlace;
}

/** A wire before it is known what its messages are called. */
export type Route = Omit<Wire, 'id' | 'label' | 'tagged' | 'tag'>;

export type TagSide = 'below' | 'left' | 'right';

/** Where a message's price tag goes: below it within two bounds, or beside it; with its version alone where room is scarce. */
export interface TagPlace {
  side: TagSide;
  compact: boolean;
  room: [number, number];
}

/** What is said along a channel: a message's name, the line below it, and whether it carries a price. */
export interface Said {
  name: string;
  note: string;
  priced: boolean;
}

export interface Drawing {
  width: Width;
  height: number;
  nodes: PlacedNode[];
  wires: Wire[];
}

/** What a technique has, by role: everything the placing rules look at. */
export interface Parts {
  shopper: string | null;
  a: string;
  b: string;
  /** A's own store, B's own store, and one that belongs to neither. */
  ownA: string | null;
  ownB: string | null;
  shared: string | null;
  jobs: string | null;
  cache: string | null;
  broker: string | null;
  /** The broker's queues, those that B reads first. */
  queues: string[];
  relay: string | null;
  consumer: string | null;
}

/** A placed technique before its channels are looked up. */
export interface Plan {
  height: number;
  nodes: PlacedNode[];
  routes: Route[];
}

/** A technique's drawings, one of each width. */
export type Drawings = Record<Width, Drawing>;
