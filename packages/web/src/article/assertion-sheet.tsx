import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { ChainLine } from '../evidence/chain-line.tsx';
import { CertaintyMark } from '../marks/certainty-mark.tsx';
import { Key } from '../marks/key.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { type ActiveAssertion, BESIDE } from './active-assertion.ts';
import { chainOf } from './chain-of.ts';
import { wordsOf } from './describe-assertion.ts';

/** Who is behind the words that are pointed at: above or below them, at the foot of a narrow screen. */
export function AssertionSheet({
  answer,
  shown,
  edit,
  close,
}: {
  answer: ArticleAnswer;
  shown: ActiveAssertion['pointed'];
  edit: (ordinal: number) => void;
  close: () => void;
}) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (shown === null || box.current === null) return;
    if (!matchMedia(BESIDE).matches) {
      box.current.style.translate = '';
      return;
    }
    const [line] = shown.anchor.getClientRects();
    if (line === undefined) return;
    const { width, height } = box.current.getBoundingClientRect();
    const left = Math.max(8, Math.min(line.left, window.innerWidth - width - 8));
    const above = line.top - height - 6;
    box.current.style.translate = `${left}px ${above > 8 ? above : line.bottom + 8}px`;
  }, [shown]);

  // The words move away under a sheet that stands at them.
  useEffect(() => {
    if (shown === null || !matchMedia(BESIDE).matches) return;
    window.addEventListener('scroll', close, { passive: true, once: true });
    return () => window.removeEventListener('scroll', close);
  }, [shown, close]);

  if (shown === null) return null;
  const assertion = answer.reading.assertions[shown.ordinal];
  if (assertion === undefined) return null;
  const about = answer.assertions[shown.ordinal];
  const chain = chainOf(answer, shown.ordinal);
  return (
    <section
      ref={box}
      className="sheet"
      aria-label={text.article.number(shown.ordinal + 1)}
      onPointerLeave={(event) => event.pointerType !== 'touch' && close()}
    >
      {chain.length > 0 ? <ChainLine chain={chain} /> : <p className="chain">{text.noSpeaker}</p>}
      <p className="facts">
        <CertaintyMark certainty={assertion.certainty} />
        {assertion.stance && <span>{text.stance[assertion.stance]}</span>}
        <bdi className="cue">{wordsOf(answer.reading, assertion.cue)}</bdi>
      </p>
      {assertion.repaired && <p className="mended-note">{text.article.mended[assertion.repaired]}</p>}
      {about?.claimId && (
        <p className="assertion-claim">
          {about.claimStatus && <StatusBadge status={about.claimStatus} />}{' '}
          <Link href={hrefs.claim(about.claimId)} dir="auto">
            {about.claimTitle}
          </Link>
        </p>
      )}
      <p className="sheet-tools">
        <button type="button" className="quiet" onClick={() => edit(shown.ordinal)}>
          {text.article.edit} <Key name="e" />
        </button>
        <button type="button" className="quiet" onClick={close}>
          {text.article.close}
        </button>
      </p>
    </section>
  );
}
