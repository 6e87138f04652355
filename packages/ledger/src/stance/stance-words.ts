/** What a word can tell of how a text holds the claim that it stands beside. */
export const SIGNALS = ['refutes', 'doubts', 'hedges', 'reports', 'confirms', 'negates'] as const;

export type Signal = (typeof SIGNALS)[number];

/** The signals that a word gives, lower case; -1 for none. */
export function signalOf(word: string): number {
  return SIGNAL_OF.get(word) ?? -1;
}

const WORDS: Readonly<Record<Signal, string>> = {
  refutes: `apocryphal apologise apologised apologises apologize apologized apologizes apology baseless bogus bunk busted
    debunk debunked debunking debunks denial denials denied denies deny denying discredited dismiss dismissed dismisses
    dismissing disproved disproven disproves disputes dispute disputed disputing duped erroneous erroneously fabricate
    fabricated fabrication fabricating fake faked fakes faking false falsehood falsely fiction fictional fictitious fooled fooling
    hoax hoaxed hoaxer hoaxers hoaxes inaccurate incorrect incorrectly invented joke joked jokes lie lied lies lying made-up
    misidentified misinformation misleading misled misreported mistake mistaken mistakenly myth nonsense nope onion parody
    phony photoshop photoshopped prank pranked pranks pranksters punk punked rebuffs rebuts refute refuted refutes refuting
    reject rejected rejects retract retracted retraction rubbish sarcasm satire satirical scam spoof squash squashed
    staged stunt trick tricked unfounded unreal untrue wrong wrongly`,
  doubts: `conflicting confusion contradict contradicted contradictory contradicts controversy debate doubt doubted
    doubtful doubts dubious implausible improbable inconclusive inconsistent mysterious mystery puzzle puzzled puzzles
    question questionable questioned questioning questions skeptic skeptical skepticism sceptic sceptical scepticism snopes
    suspicion suspicious uncertain unclear unconfirmed unlikely unproven unsubstantiated unsure unverified verify`,
  hedges: `allegation allegations allege alleged allegedly alleges apparent apparently believed could conjecture if likely may maybe
    might perhaps possible possibly potential potentially presumed presumably probable probably purported purportedly purports
    reportedly rumor rumored rumors rumour rumoured rumours seemingly seems sounds speculate speculated speculation suggest
    suggesting suggests supposed supposedly suspect suspected thought whether`,
  reports: `according anonymous announced announces asserted asserts citing claim claimed claiming claims insider insiders
    quoted report reported reporting reports said say saying says sources source spokesman spokesperson spokeswoman state
    stated states statement tell tells told tweet tweeted tweets`,
  confirms: `admit admits admitted authentic authenticated authenticates confirm confirmation confirmed confirming confirms
    evidence fact identified official officially proof prove proved proven proves reveal revealed reveals true truth verified verifies`,
  negates: `aint ain't aren't cannot didn't doesn't don't hasn't haven't isn't n't neither never no nobody none nor not nothing
    wasn't weren't without won't wouldn't`,
};

const SIGNAL_OF: ReadonlyMap<string, number> = new Map(
  SIGNALS.flatMap((signal, index) => WORDS[signal].split(/\s+/).map((word): [string, number] => [word, index])),
);
