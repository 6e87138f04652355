import type {
  ClaimCard,
  Counting,
  Evidence,
  Polarity,
  StatusName,
  TimelineEntry,
  Verdict,
} from '@hearsay/ledger/questions/answers';

/**
 * Every word that the pages say, in one place. A translation is another file of this shape.
 * What takes figures is a function; plurals follow the rules of the language.
 */
const plurals = new Intl.PluralRules('en');
const figures = new Intl.NumberFormat('en');

/** "1 article", "12,000 articles". */
function count(n: number, one: string, other: string): string {
  return `${figures.format(n)} ${plurals.select(n) === 'one' ? one : other}`;
}

const articles = (n: number) => count(n, 'article', 'articles');
const copies = (n: number) => count(n, 'copy', 'copies');
const assertions = (n: number) => count(n, 'assertion', 'assertions');
const origins = (n: number) => count(n, 'independent origin', 'independent origins');

/** How many stand for a claim and against it, so told apart as its status counts them. */
function claimOrigins({ origins: all, firmOrigins: firm, takenBackOrigins, denyingOrigins }: ClaimCard): string {
  if (all === 0 && denyingOrigins === 0) return 'no independent origin';
  if (denyingOrigins === 0 && firm === all) return `${origins(all)} for`;
  const parts = [
    [firm, 'for'],
    [all - firm - takenBackOrigins, 'hedged'],
    [takenBackOrigins, 'taken back'],
    [denyingOrigins, 'against'],
  ] as const;
  const counted = parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${figures.format(number)}\u00a0${what}`);
  return `independent origins: ${counted.join(', ')}`;
}

export const text = {
  language: 'en',
  /** How dates are written. */
  dates: 'en-GB',
  name: 'Hearsay',
  pageTitle: (page: string) => `${page} · Hearsay`,
  number: (n: number) => figures.format(n),
  skip: 'Skip to the content',

  nav: {
    label: 'Main',
    desk: 'Desk',
    help: 'Keys',
  },

  theme: {
    label: 'Colours',
    auto: 'Auto',
    light: 'Light',
    dark: 'Dark',
  },

  /** Years, months, weeks, days, hours, minutes, seconds. */
  units: [
    (n: number) => count(n, 'year', 'years'),
    (n: number) => count(n, 'month', 'months'),
    (n: number) => count(n, 'week', 'weeks'),
    (n: number) => count(n, 'day', 'days'),
    (n: number) => count(n, 'hour', 'hours'),
    (n: number) => count(n, 'minute', 'minutes'),
    (n: number) => count(n, 'second', 'seconds'),
  ] as readonly ((n: number) => string)[],

  waiting: 'Loading…',
  changed: 'This has changed since you opened it.',
  showChange: 'Show',
  list: {
    more: 'Show more',
  },

  problem: {
    unreachable: 'The desk does not answer',
    unreachableDetail: 'See whether “hearsay desk” still runs in its terminal, then try again.',
    title: (status: number) =>
      status === 404 ? 'There is nothing at this address' : `The desk answered with error ${status}`,
    detail: (status: number) =>
      status === 404
        ? 'It may have been forgotten on purpose, or merged into another. Search for it, or go back to the desk.'
        : 'Try again. If it stays, the terminal that runs “hearsay desk” says why.',
    again: 'Try again',
    crashed: 'This page met an error of its own',
    crashedDetail: 'Reload it. What you entered on other pages is kept.',
  },

  counts: {
    articles,
    copies,
    claimOrigins,
    originals: (n: number) => count(n, 'original report', 'original reports'),
    claims: (n: number) => count(n, 'claim', 'claims'),
    openClaims: (n: number) => `${figures.format(n)} open`,
    assertions,
    revisions: (n: number) => count(n, 'revision', 'revisions'),
    times: (n: number) => count(n, 'time', 'times'),
    for: (n: number) => `${figures.format(n)} for`,
    against: (n: number) => `${figures.format(n)} against`,
    observing: (n: number) => `${figures.format(n)} observing`,
    /** Where there are none of the other sides. */
    assertionsOf: {
      for: (n: number) => `${assertions(n)} for`,
      against: (n: number) => `${assertions(n)} against`,
      observing: (n: number) => `${assertions(n)} observing`,
    } satisfies Record<Polarity, (n: number) => string>,
  },

  status: {
    unconfirmed: 'Unconfirmed',
    'single-origin': 'Single origin',
    corroborated: 'Corroborated',
    disputed: 'Disputed',
    denied: 'Denied',
    retracted: 'Retracted',
  } satisfies Record<StatusName, string>,
  statusChange: (before: string, after: string) => `${before} → ${after}`,
  statusNew: 'new',

  polarity: {
    for: 'For',
    against: 'Against',
    observing: 'Observing',
  } satisfies Record<Polarity, string>,

  certainty: {
    'CT+': 'certain',
    'PR+': 'probable',
    'PS+': 'possible',
    'CT-': 'certainly not',
    'PR-': 'probably not',
    'PS-': 'possibly not',
    Uu: 'not committed',
  } satisfies Record<Evidence['certainty'], string>,
  stance: {
    acknowledges: 'acknowledges',
    distances: 'distances',
    endorses: 'endorses',
  } satisfies Record<NonNullable<Evidence['stance']>, string>,
  stanceNone: 'none (narration)',
  kind: {
    direct: 'direct',
    indirect: 'indirect',
    mixed: 'mixed',
    narration: 'the reporter’s own hedge',
    omission: 'left unsaid',
  } satisfies Record<Evidence['kind'], string>,
  act: {
    statement: 'statement',
    order: 'order',
    knowledge: 'knowledge',
    intention: 'intention',
    attitude: 'attitude',
  } satisfies Record<Evidence['act'], string>,

  noSpeaker: '(no source named)',
  noOutlet: 'Outlet unknown',
  confidence: (share: number) => `${Math.round(share * 100)} % sure`,
  chain: 'Came through',
  chainLink: '›',

  desk: {
    title: 'Desk',
    changed: 'Since your last visit',
    changedFirst: 'Claims to look at',
    since: 'Status changed after',
    noChange: 'No claim has changed its status since then.',
    noChangeYet: 'No claims yet. Give the desk a report to read.',
    seen: 'Mark as seen',
    stories: 'Stories',
    storiesHint: 'latest change first',
    noStories: 'No stories yet',
    noStoriesHint: 'Paste a report, an address or a file into the box: it is read here, on this machine.',
    totals: 'In this ledger',
    total: {
      articles: 'Articles',
      copies: 'of these, copies',
      origins: 'Original reports',
      stories: 'Stories',
      claims: 'Claims',
      entities: 'Entities',
    },
    skipped: (n: number) => `${count(n, 'input', 'inputs')} did not come in`,
    corrections: 'Editors’ corrections as training data',
    exports: 'Export the ledger',
    news: (n: number) => `${count(n, 'story has', 'stories have')} changed`,
    showNews: 'Show',
    lastChange: 'Changed',
    began: 'Began',
  },

  intake: {
    title: 'Read a report',
    label: 'Address, text or files',
    placeholder: 'Paste an address or a whole report, or drop files here',
    accepts: 'HTML, text, WARC, JSONL. Nothing leaves this machine but the fetch of an address you give.',
    files: 'Choose files',
    chosen: (n: number) => count(n, 'file chosen', 'files chosen'),
    remove: 'Remove',
    more: 'Where it is from, if you know',
    headline: 'Headline',
    outlet: 'Outlet',
    published: 'Published',
    noDate: 'No date, here or in the report: counts as seen now.',
    read: 'Read it',
    readUrl: 'Fetch and read',
    sending: 'Sending…',
    nothing: 'Paste an address or a text first, or choose a file.',
    progress: 'Reading',
    running: (done: number, total: number | null) =>
      total === null ? `${figures.format(done)} read` : `${figures.format(done)} of ${figures.format(total)} read`,
    done: 'Read',
    failed: 'Stopped',
    added: (n: number) => `${figures.format(n)} new`,
    revised: (n: number) => `${figures.format(n)} revised`,
    known: (n: number) => `${figures.format(n)} known already`,
    skipped: (n: number) => `${figures.format(n)} skipped`,
    /** What one report has brought. */
    brought: ({ assertions: said, claims, joined }: { assertions: number; claims: number; joined: number }) =>
      claims === 0
        ? assertions(said)
        : `${assertions(said)}, ${count(claims, 'claim', 'claims')}: ${figures.format(claims - joined)} new, ${figures.format(joined)} that other articles make too`,
    openStory: 'Open its story',
    open: (n: number) => (n === 1 ? 'Open the article' : 'Open the last article'),
    errors: (n: number) => count(n, 'input did not come in', 'inputs did not come in'),
    dismiss: 'Dismiss',
  },

  article: {
    by: 'By',
    added: 'Added',
    source: 'At its address',
    inStory: 'Its story',
    copyOf: 'Repeats the text of another article',
    copied: (n: number) => `Repeated by ${articles(n)}`,
    revision: (n: number, of: number) => `Revision ${n} of ${of}`,
    compare: 'What changed',
    noTitle: 'Untitled report',
    text: 'The report',
    assertions: 'Who says what',
    noAssertions: 'Nobody is found to say anything in this text. Select words in it to add an assertion.',
    legend: 'How certainty is marked',
    insert: {
      teaser: 'teaser',
      promotion: 'promotion',
      caption: 'caption',
      credit: 'credit',
      share: 'share',
      embed: 'embed',
      boilerplate: 'boilerplate',
    },
    insertLabel: (kind: string) => `Cut out: ${kind}`,
    insertWhy: (why: string) => `Cut because: ${why}`,
    mended: {
      opening: 'The opening quotation mark was missing and is mended',
      closing: 'The closing quotation mark was missing and is mended',
      both: 'Both quotation marks were missing and are mended',
      adjacent: 'Two quotations ran into each other; they are told apart here',
      direction: 'The quotation marks stood the wrong way round',
    },
    mendedShort: 'mark mended',
    shared: 'Shared with',
    sharedSame: 'whole',
    sharedPart: (share: number) => `${Math.round(share * 100)} %`,
    sharedMore: (n: number) => `and ${count(n, 'other', 'others')}`,
    number: (n: number) => `Assertion ${n}`,
    edit: 'Correct',
    delete: 'Delete',
    add: 'Add assertion',
    addSelected: 'Add the selected words',
    corrected: (author: string) => `Corrected by ${author}`,
    addedBy: (author: string) => `Added by ${author}`,
    deletedBy: (author: string) => `Deleted by ${author}`,
    deletedTitle: 'Deleted',
    restore: 'Restore',
    undo: 'Undo',
    warnings: 'What the reader noticed',
    exports: 'Export this article',
    close: 'Close',
  },

  correction: {
    edit: (n: number) => `Correct assertion ${n}`,
    add: 'Add an assertion',
    words: 'Words',
    wordsHint: 'Select other words in the report, or move the edges:',
    start: 'Start',
    end: 'End',
    wider: 'one word more',
    narrower: 'one word less',
    speaker: 'Speaker',
    speakerHint: 'The fullest name the article has. Empty: nobody is named.',
    certainty: 'How firmly the speaker holds it',
    stance: 'How the reporter holds the speaker',
    save: 'Save',
    cancel: 'Cancel',
    edited: (n: number) => `Assertion ${n} corrected`,
    deleted: (n: number) => `Assertion ${n} deleted`,
    added: 'Assertion added',
  },

  comparison: {
    title: 'Revisions side by side',
    back: 'Back to the article',
    revision: (n: number) => `Revision ${n}`,
    headline: 'The headline changed',
    noChange: 'The two texts are the same, word for word.',
    assertions: 'Assertions that changed',
    noAssertions: 'No assertion changed.',
    added: 'Added',
    cut: 'Cut',
    altered: 'Altered',
    choose: 'Compare',
    with: 'with',
    show: 'Show',
    unchanged: (n: number) => count(n, 'paragraph without a change', 'paragraphs without a change'),
  },

  claim: {
    kicker: 'Claim',
    inStory: 'Its story',
    first: 'First reported',
    changed: 'Status since',
    graph: 'Where it comes from',
    graphHint: 'Who is said to have said it stands on the left, the articles that carry it to the right, over time.',
    legend: {
      source: 'a source',
      for: 'article that reports it',
      against: 'article that denies it',
      observing: 'article that leaves it open or could not confirm it',
      both: 'article that says more than one of these',
      copy: 'copy of an article’s text',
      told: 'the article heard it from this source',
      cites: 'it quotes another outlet',
      repeats: 'copied from this article',
    },
    graphLabel: (n: number) => `Origin graph with ${count(n, 'node', 'nodes')}`,
    graphList: 'The same as a list',
    graphLeftOut: (n: number) => `${figures.format(n)} more copies are left out of the picture`,
    told: 'Heard from',
    noGraph: 'No article reports it now.',
    noSource: 'No source named',
    time: 'Time',
    article: 'Article',
    node: { source: 'Source', article: 'Heard it', copy: 'Copy' },
    evidence: 'Evidence',
    evidenceHint:
      'The status counts independent origins: an outlet, a speaker or a text counts once, however often it comes back.',
    noEvidence: {
      for: 'Nobody says it is so.',
      against: 'Nobody says it is not so.',
      observing: 'Nobody asks, doubts or leaves it open.',
    } satisfies Record<Polarity, string>,
    certainty: 'Certainty over time',
    certaintyList: 'The same as a table',
    history: 'How its status changed',
    withdrawn: 'after evidence was taken away',
    takenIn: 'when it came in: the report has no date',
    variants: 'Wordings',
    variantsHint: 'Compared with the claim’s own words: added words are underlined, missing ones struck through.',
    variantQuotation: 'quotation',
    noVariants: 'Everybody words it the same.',
    contradictions: 'What stands against it elsewhere',
    verdicts: 'Editor’s verdict',
    verdictsHint: 'A person’s judgement. It stands beside the status and never changes it.',
    noVerdict: 'No editor has given a verdict.',
    give: 'Give a verdict',
    rating: 'Rating',
    ratings: {
      true: 'True',
      'mostly-true': 'Mostly true',
      mixed: 'Mixed',
      'mostly-false': 'Mostly false',
      false: 'False',
      unproven: 'Unproven',
    } satisfies Record<Verdict['rating'], string>,
    note: 'Why, in a sentence or two',
    url: 'Address of the published check',
    save: 'Save the verdict',
    cancel: 'Cancel',
    undo: 'Take back',
    undone: 'taken back',
    given: 'Verdict given',
    exports: 'Export this claim',
    mergeLabel: 'Words of the other claim',
    noMatch: 'No other claim has these words.',
    splitBegin: 'Take some of it out',
    splitHint: 'Tick what says something else. Copies go with what they repeat.',
    split: (n: number) => (n === 0 ? 'Make a claim of its own' : `Make a claim of ${figures.format(n)}`),
    splitDone: 'Taken out into a claim of its own',
    pick: (speaker: string, outlet: string) => `Take out what ${speaker} says in ${outlet}`,
  },

  evidence: {
    open: 'In the article',
    copy: 'copy',
    undated: 'undated',
    copies: (n: number) => `and in ${copies(n)}`,
  },

  counting: {
    as: {
      for: 'Counts as an origin for it',
      hedged: 'Counts as a hedged origin',
      against: 'Counts as an origin against it',
    } satisfies Record<NonNullable<Counting['as']>, string>,
    /** The piece that counts in its place, or that took it back, comes after. */
    why: {
      copy: 'Does not count: a copy of',
      'same-article': 'Does not count again: the same article,',
      'same-text': 'Does not count again: the same text as in',
      'same-outlet': 'Does not count again: the same outlet as',
      'same-speaker': 'Does not count again: the same speaker as in',
      'said-firmly': 'Does not count as hedged: the same origin says it firmly in',
      'taken-back': 'No longer counts: taken back in',
      'hedged-denial': 'Does not count: denies it only with a hedge, or at a distance',
      'no-commitment': 'Does not count for or against: leaves it open',
      withdrawn: 'No longer counts: a later version left it out',
      'not-looked-at': 'Does not count: beyond the first pieces, which the status looks at',
    } satisfies Record<NonNullable<Counting['why']> | 'copy' | 'same-article', string>,
    /** A piece by its outlet, and its speaker where the outlet would not tell it apart. */
    piece: (outlet: string | null, speaker: string | null) => {
      const where = outlet ?? 'an article of no outlet';
      return speaker === null ? where : `${speaker} in ${where}`;
    },
  },

  story: {
    kicker: 'Story',
    claims: 'Claims',
    noClaims: 'No two articles make the same claim yet.',
    claimsHint: 'made by two articles or more',
    singleClaims: (n: number) =>
      n >= 1000
        ? `${figures.format(n)} or more claims that one article alone makes`
        : `${count(n, 'claim', 'claims')} that one article alone makes`,
    timeline: 'Timeline',
    noTimeline: 'Nothing on the timeline yet.',
    tolls: 'Tolls',
    tollsHint:
      'Every figure as it was reported; a bar where a range was given. Where figures crowd, the list below has them all.',
    tollContradictory: 'sources contradict each other',
    tollList: 'Figures and their words',
    tollAxis: (label: string) => `${label}, as reported over time`,
    articles: 'Articles',
    noArticles: 'No article stands in this story any more.',
    folded: (n: number) => `${copies(n)} of this text`,
    quotations: 'Quotations by speaker',
    noQuotations: 'Nobody is quoted.',
    exports: 'Export this story',
    mergeLabel: 'Words of a headline or article in the other story',
    noMatch: 'No article of another story has these words.',
    splitBegin: 'Take articles out',
    splitHint: 'Tick the articles that are about something else. Copies go with their origin.',
    split: (n: number) => (n === 0 ? 'Make a story of their own' : `Make a story of ${articles(n)}`),
    splitDone: 'Taken out into a story of their own',
    pick: (title: string, outlet: string) => `Take out “${title}” (${outlet})`,
    figure: 'Figure',
    words: 'Words',
    speaker: 'Speaker',
    when: 'When',
    speakerPage: 'All that they said',
    notCopy: 'Not a copy',
    notCopyDone: 'No longer counted as a copy',
  },

  timeline: {
    article: 'Article',
    revision: 'Revision',
    status: 'Status',
    statement: 'Statement',
    assertion: 'Said',
    gap: 'Gap',
    verdict: 'Verdict',
    days: (n: number) => `${count(Math.round(n), 'day', 'days')} without a word`,
  } satisfies Record<TimelineEntry['kind'] | 'days', string | ((n: number) => string)>,

  entity: {
    kicker: {
      person: 'Person',
      organization: 'Organisation',
      place: 'Place',
      group: 'Group',
      unnamed: 'Unnamed source',
      document: 'Document',
    },
    aliases: 'Also called',
    said: 'What they said',
    nothingSaid: 'Nothing is recorded in their words.',
    statements: 'Recordings, letters, speeches',
    noStatements: 'No statement with a medium of its own.',
    sinceClaimed: 'Reported as',
    since: {
      consistent: 'Checked: consistent',
      contradicted: 'Checked: contradicted',
      unknown: 'Cannot be checked',
    },
    dateGiven: 'dated',
    about: 'Who speaks about them',
    mentionedIn: (n: number) => `mentioned in ${articles(n)}`,
    nobodySpeaks: 'Nobody else says anything about them.',
    through: 'Heard through',
    noThrough: 'No one stands between them and the record.',
    timeline: 'Over time',
    noTimeline: 'Nothing dated yet.',
    names: 'Names and who they stand for',
    namesHint: 'Each line is a name in one article. Tick those that are somebody else and split them off.',
    split: (n: number) => (n === 0 ? 'Split off' : `Split off ${figures.format(n)}`),
    splitDone: 'Split off',
    mergeLabel: 'Name of the other',
    noMatch: 'No entity of that name.',
    exports: 'Export this entity',
  },

  search: {
    title: 'Search',
    label: 'Search the ledger',
    placeholder: 'Search words, speakers, claims',
    go: 'Search',
    empty: 'One box for everything in the ledger',
    filters: 'Filters',
    emptyHint:
      'Type words, a name, or a filter. As you type, the box offers the filters, speakers and outlets that fit.',
    none: 'Nothing found',
    atLeast: (n: number) => `${figures.format(n)}+`,
    noneHint: 'Try fewer words, or take a filter away.',
    results: 'Results',
    lists: { claims: 'Claims', quotations: 'Quotations', articles: 'Articles', entities: 'Entities' },
    suggestion: { filter: 'filter', entity: 'entity', outlet: 'outlet' },
    suggestions: 'Suggestions',
    exports: 'Export these results',
    said: (n: number) => `speaks ${count(n, 'time', 'times')}`,
  },

  exports: {
    jsonl: 'JSONL',
    csv: 'CSV',
    'web-annotation': 'Web Annotation',
    'claim-review': 'ClaimReview',
    citron: 'Citron',
  },

  merge: {
    title: 'Merge with another',
    one: 'Merge',
    hint: 'Both become one here; it can be undone.',
    into: (name: string) => `Merge “${name}” into this one`,
    facts: (articleCount: string, began: string) => `${articleCount}, began ${began}`,
    done: (name: string) => `“${name}” merged`,
  },

  decisions: {
    history: 'How editors changed it',
    wasUndone: 'undone',
    undoThat: (what: string) => `Undo: ${what}`,
    otherPart: { claim: 'the other claim', story: 'the other story', entity: 'the other entity' },
    cancel: 'Cancel',
    undo: 'Undo',
    dismiss: 'Dismiss',
    undone: 'Undone',
    failed: 'Not saved',
    nothing: 'Nothing to undo here',
  },

  help: {
    title: 'Keys',
    close: 'Close',
    on: 'Single keys are on',
    keys: [
      ['j', 'next row or assertion'],
      ['k', 'the one before'],
      ['Enter', 'open it'],
      ['/', 'search'],
      ['e', 'correct the assertion, give a verdict'],
      ['m', 'merge another claim, story or entity into this one'],
      ['a', 'add an assertion to the article'],
      ['u', 'undo the last decision'],
      ['g', 'go to the desk'],
      ['Esc', 'close what is open'],
      ['?', 'this list'],
    ],
    marks: 'How certainty is marked',
    statuses: 'What a status means',
    statusMeaning: {
      unconfirmed: 'nobody reports it firmly, or one origin does and somebody could not confirm it',
      'single-origin': 'all firm reports of it go back to one origin',
      corroborated: 'two or more independent origins report it firmly',
      disputed: 'some origins report it firmly, others firmly say it is not so',
      denied: 'it is firmly denied, and nobody reports it firmly',
      retracted: 'those who reported it have taken it back',
    } satisfies Record<StatusName, string>,
  },
} as const;
