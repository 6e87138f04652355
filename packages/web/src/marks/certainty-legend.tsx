import { CertaintyMark } from './certainty-mark.tsx';

export const CERTAINTIES = ['CT+', 'PR+', 'PS+', 'Uu', 'PS-', 'PR-', 'CT-'] as const;

/** What each underline means. */
export function CertaintyLegend() {
  return (
    <ul className="legend">
      {CERTAINTIES.map((certainty) => (
        <li key={certainty}>
          <CertaintyMark certainty={certainty} />
        </li>
      ))}
    </ul>
  );
}
