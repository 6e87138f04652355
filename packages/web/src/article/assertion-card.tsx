import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { memo } from 'react';
import { ChainLine } from '../evidence/chain-line.tsx';
import { CertaintyMark, certaintyClass } from '../marks/certainty-mark.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { chainOf } from './chain-of.ts';
import { actorName, wordsOf } from './describe-assertion.ts';

/** One assertion in the list: number, speaker and cue, chain, exact words, certainty, the claim it speaks to. */
export const AssertionCard = memo(function AssertionCard({
  answer,
  ordinal,
  active,
  select,
  leave,
  edit,
  undo,
}: {
  answer: ArticleAnswer;
  ordinal: number;
  active: boolean;
  select: (ordinal: number) => void;
  leave: () => void;
  edit: (ordinal: number) => void;
  undo: (decision: number) => void;
}) {
  const { reading } = answer;
  const assertion = reading.assertions[ordinal]!;
  const about = answer.assertions[ordinal];
  const chain = chainOf(answer, ordinal);
  const speaker = assertion.speaker === null ? null : actorName(reading, assertion.speaker);
  const correction = about?.correction ?? null;
  return (
    <li
      id={`assertion-${ordinal + 1}`}
      className={`assertion ${certaintyClass(assertion.certainty)} ${assertion.within ? 'nested' : ''} ${active ? 'active' : ''}`}
    >
      <p className="assertion-who">
        <button
          type="button"
          className="assertion-number"
          data-row=""
          aria-pressed={active}
          aria-label={text.article.number(ordinal + 1)}
          onClick={() => select(ordinal)}
          onFocus={() => {
            leave();
            select(ordinal);
          }}
        >
          {ordinal + 1}
        </button>
        <bdi className={speaker === null ? 'speaker nobody' : 'speaker'}>{speaker ?? text.noSpeaker}</bdi>{' '}
        <bdi className="cue">{wordsOf(reading, assertion.cue)}</bdi>
      </p>
      {chain.length > 1 && <ChainLine chain={chain} />}
      <p className="words" dir="auto">
        {wordsOf(reading, assertion.content)}
      </p>
      <p className="facts">
        <CertaintyMark certainty={assertion.certainty} />
        {assertion.stance && <span>{text.stance[assertion.stance]}</span>}
        <span>{text.kind[assertion.kind]}</span>
        {assertion.act !== 'statement' && <span>{text.act[assertion.act]}</span>}
        {assertion.repaired && <span title={text.article.mended[assertion.repaired]}>{text.article.mendedShort}</span>}
        <span>{text.confidence(assertion.confidence)}</span>
      </p>
      {about?.claimId && (
        <p className="assertion-claim">
          {about.claimStatus && <StatusBadge status={about.claimStatus} />}{' '}
          <Link href={hrefs.claim(about.claimId)} dir="auto">
            {about.claimTitle}
          </Link>
        </p>
      )}
      <p className="assertion-tools">
        {correction && (
          <span className="corrected">
            {correction.action === 'add'
              ? text.article.addedBy(correction.author)
              : text.article.corrected(correction.author)}{' '}
            <button type="button" className="quiet" onClick={() => undo(correction.decisionId)}>
              {text.article.undo}
            </button>
          </span>
        )}
        <button
          type="button"
          className="quiet"
          aria-label={text.correction.edit(ordinal + 1)}
          onClick={() => edit(ordinal)}
        >
          {text.article.edit}
        </button>
      </p>
    </li>
  );
});
