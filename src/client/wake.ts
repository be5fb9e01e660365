import type { ClientDirective } from 'astro';

type Replay = () => void;

/** By the value of the directive: what an address names a state of the figure by. */
export const stateInAddress: Record<string, string[]> = {
  address: ['scenario', 'step', 'view'],
  compare: ['scenario', 'position', 'load', 'patience', 'at', 'for', 'timeout', 'retries', 'poll', 'ttl', 'question', 'changes'],
  traffic: ['compared', 'break', 'position', 'checkout', 'at', 'for', 'load', 'timeout', 'retries', 'poll', 'relay', 'ttl'],
};
const figureKeys = new Set([' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
const ownKeys = 'input:not([type=range]), select, textarea, summary, a[href]';

/**
 * Hydrates a figure at the reader's first action inside it, and then repeats every action taken until it was ready.
 * `client:wake="address"` also wakes it at once when the address names a state, `traffic` or `compare` when it names
 * one of the traffic or of the comparison.
 * When its code cannot be loaded, a button offers another try.
 */
const wake: ClientDirective = (load, options, island) => {
  const waiting: Replay[] = [];
  let busy = false;

  const hold = (event: Event, replay: Replay) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push(replay);
    void hydrate();
  };

  /** A choice is seen at once; it is made again when the figure can hear it. */
  const choose = (radio: HTMLInputElement, event: Event) => {
    event.stopImmediatePropagation();
    const group = island.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(radio.name)}"]`);
    waiting.push(() => {
      for (const other of group) if (other.defaultChecked) other.checked = true;
      radio.checked = false;
      radio.click();
    });
    void hydrate();
  };

  const listeners: Record<string, (event: Event) => void> = {
    focusin: () => void hydrate(),
    'figure-wake': () => void hydrate(),
    pointerdown: (event) => {
      if ((event as PointerEvent).pointerType !== 'touch') void hydrate();
    },
    click: (event) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || target.closest('a[href], summary, [data-again]')) return;
      const control = target.closest('label')?.control;
      if (control && control !== target) void hydrate();
      else if (target instanceof HTMLInputElement && target.type === 'radio') choose(target, event);
      else hold(event, () => target.dispatchEvent(copy(event as MouseEvent)));
    },
    keydown: (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
      const target = event.target as Element;
      if (!figureKeys.has(key) || ctrlKey || metaKey || altKey || shiftKey) return;
      if (target.closest(ownKeys) || (key === ' ' && target.closest('button'))) return;
      hold(event, () => target.dispatchEvent(new KeyboardEvent('keydown', event as KeyboardEvent)));
    },
    input: (event) => {
      const field = event.target;
      if (!(field instanceof HTMLInputElement) || field.type !== 'range') return;
      const { value, defaultValue } = field;
      event.stopImmediatePropagation();
      waiting.push(() => enter(field, defaultValue, value));
      void hydrate();
    },
  };

  const listen = (on: boolean) => {
    for (const [type, listener] of Object.entries(listeners)) {
      if (on) island.addEventListener(type, listener, true);
      else island.removeEventListener(type, listener, true);
    }
  };

  const hydrate = async () => {
    if (busy) return;
    busy = true;
    island.querySelector('[data-again]')?.remove();
    island.setAttribute('aria-busy', 'true');
    await (await load())();
    const awake = !island.hasAttribute('ssr') && await ready(island);
    island.removeAttribute('aria-busy');
    busy = false;
    if (awake) {
      listen(false);
      for (const replay of waiting.splice(0)) replay();
    } else {
      island.append(again(() => void hydrate()));
    }
  };

  island.addEventListener('astro:hydration-error', (event) => event.preventDefault());
  listen(true);
  const query = new URLSearchParams(location.search);
  if (stateInAddress[options.value]?.some((name) => query.has(name))) void hydrate();
};

/** Resolves once the figure has said that its handlers are in place, by `data-awake`. */
function ready(island: HTMLElement): Promise<true> {
  return new Promise((resolve) => {
    const look = () => {
      if (!island.querySelector('[data-awake]')) return;
      observer.disconnect();
      resolve(true);
    };
    const observer = new MutationObserver(look);
    observer.observe(island, { attributes: true, childList: true, subtree: true, attributeFilter: ['data-awake'] });
    look();
  });
}

function copy(event: MouseEvent): MouseEvent {
  const { clientX, clientY, screenX, screenY, button, detail, shiftKey } = event;
  return new MouseEvent('click', {
    bubbles: true, cancelable: true, composed: true, view: window, clientX, clientY, screenX, screenY, button, detail, shiftKey,
  });
}

/** Sets a field as a reader would, past the value React believes it has. */
function enter(field: HTMLInputElement, before: string, after: string): void {
  field.value = before;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, after);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function again(retry: () => void): HTMLElement {
  const note = document.createElement('p');
  note.dataset['again'] = '';
  note.setAttribute('role', 'alert');
  note.append('The figure could not be loaded. ');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', retry);
  note.append(button);
  return note;
}

export default wake;
