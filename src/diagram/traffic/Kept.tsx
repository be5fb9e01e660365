/** What a server drew, kept until the browser has computed the run that it shows. */
export const Kept = ({ as: Tag = 'div', className }: { as?: 'div' | 'span' | 'table'; className?: string }) => (
  <Tag className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
);
