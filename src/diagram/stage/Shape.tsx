import type { Topology } from '../../simulation/technique.ts';
import type { PlacedNode } from '../layout/types.ts';
import { Service } from './Service.tsx';
import { Shelf } from './Shelf.tsx';
import { Shopper } from './Shopper.tsx';
import { SmallBox, Store } from './Store.tsx';
import { Trays } from './Trays.tsx';

/** A participant in its own shape, around the top left corner of its box. */
export function Shape({ placed, topology }: { placed: PlacedNode; topology: Topology }) {
  const participant = topology.participants[placed.id]!;
  switch (placed.shape) {
    case 'screen':
    case 'banner':
      return <Shopper placed={placed} />;
    case 'disc':
    case 'square':
      return <Service placed={placed} />;
    case 'cylinder':
      return <Store placed={placed} participant={participant} />;
    case 'broker':
      return <Trays placed={placed} />;
    case 'shelf':
      return <Shelf placed={placed} />;
    case 'box':
      return <SmallBox placed={placed} participant={participant} />;
  }
}
