/**
 * Lets links in the host's prose drive a diagram: `<a data-between-services="direct-api-call" data-step="3" href="...">`.
 * Without such a diagram in view it stays an ordinary link.
 */
export function followProse(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLElement>('a[data-between-services]') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const diagram = inView(link.dataset['betweenServices']!);
    const step = Number(link.dataset['step'] ?? 0);
    if (!diagram || !Number.isInteger(step) || step < 0) return;
    event.preventDefault();
    (diagram as Element & { seek(step: number): void }).seek(step);
  });
}

function inView(technique: string): Element | undefined {
  const all = document.querySelectorAll(`between-services[technique="${CSS.escape(technique)}"]`);
  return [...all].find((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
