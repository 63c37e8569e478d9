import { headingId } from '../focus';

/** The title of a section, to which the focus can go, and what it is for. */
export const SectionHead = ({ title, lead }: { title: string; lead: string }) => (
  <>
    <h2 id={headingId} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-offset-4">
      {title}
    </h2>
    <p className="mt-1 max-w-[65ch] text-sm text-soft">{lead}</p>
  </>
);
