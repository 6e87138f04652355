import { isoDate } from '@hearsay/reader/page/dates';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type EvaluateOptions, TASKS } from './evaluate-options.ts';
import { addLedgerCommands, takeLedgerBefore } from './ledger/ledger-commands.ts';
import { addQuestionCommands } from './ledger/question-commands.ts';
import { endQuietlyWithReader } from './output.ts';
import { FORMATS, type ReadOptions } from './read-options.ts';

/** Exit codes of every command. */
const EXIT = { done: 0, inputFailed: 1, usage: 2 } as const;

/**
 * Runs the command line given and returns its exit code: 0, 1 if any input failed, 2 for wrong usage. What a command needs
 * beyond its options is loaded when it runs, so that `--help` and a single short read start fast.
 */
export async function main(args: readonly string[]): Promise<number> {
  endQuietlyWithReader();
  if (args[0] === '--version') {
    const { printVersion } = await import('./version-command.ts');
    await printVersion();
    return EXIT.done;
  }
  let exitCode: number = EXIT.done;
  const program = new Command('hearsay')
    .description('Reads news reports and keeps the ledger of who says what, through whom, and how firmly.')
    .option('--version', 'print the version of the reader and of its model')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Run the command with --help for its options and examples.');

  takeLedgerBefore(program);

  program
    .command('read')
    .description('read reports: who says what in each, through whom, how firmly, and on which words that rests')
    .argument('[inputs...]', 'files, URLs, or - for standard input (also the default)')
    .addOption(new Option('--format <format>', 'how to print the readings').choices(FORMATS).default('text'))
    .addOption(
      new Option('--type <type>', 'what the input is, instead of telling by its content').choices(['html', 'text']),
    )
    .option(
      '--published <date>',
      'day or time of publication (ISO 8601); goes before what the input says',
      publicationDate,
    )
    .option('--outlet <name>', 'who published it; goes before what the input says')
    .option('--title <text>', 'its headline; goes before what the input says')
    .option('--jsonl', 'read JSON lines, print a reading or an error a line, in order, in constant memory')
    .option('--allow-private', 'fetch URLs on private, loopback and link-local addresses too')
    .addHelpText('after', READ_EXAMPLES)
    .action(async (inputs: string[], options: ReadOptions, command: Command) => {
      if (options.jsonl && command.getOptionValueSource('format') === 'cli' && options.format !== 'jsonl') {
        command.error(`error: --jsonl prints JSON lines, a format of its own; leave out --format ${options.format}`);
      }
      const { runRead } = await import('./read-command.ts');
      exitCode = (await runRead(inputs, options)) ? EXIT.done : EXIT.inputFailed;
    });

  addLedgerCommands(program, publicationDate, (whole) => {
    exitCode = whole ? EXIT.done : EXIT.inputFailed;
  });
  addQuestionCommands(program, (whole) => {
    exitCode = whole ? EXIT.done : EXIT.inputFailed;
  });

  program
    .command('evaluate')
    .usage('--data <path> [--json] <task>')
    .description('score this build on a corpus')
    .addArgument(program.createArgument('<task>', 'what to score').choices(TASKS))
    .requiredOption('--data <path>', 'the corpus: a file, or the folder that holds it')
    .option('--json', 'print {"task", "items", "metrics"} for scripts')
    .addHelpText('after', EVALUATE_EXAMPLES)
    .action(async (task: EvaluateOptions['task'], options: Omit<EvaluateOptions, 'task'>) => {
      const { runEvaluate } = await import('./evaluate-command.ts');
      exitCode = (await runEvaluate({ ...options, task })) ? EXIT.done : EXIT.inputFailed;
    });

  program
    .command('copies')
    .usage('--jsonl [inputs...]')
    .description('find articles that repeat the text of others, whole or in part, without a ledger')
    .argument('[inputs...]', 'files of JSON lines, or - for standard input (also the default)')
    .requiredOption('--jsonl', 'read JSON lines, print {"a", "b", "label", "overlap"} for each related pair')
    .addHelpText('after', COPIES_EXAMPLES)
    .action(async (inputs: string[]) => {
      const { runCopies } = await import('./copies-command.ts');
      exitCode = (await runCopies(inputs)) ? EXIT.done : EXIT.inputFailed;
    });

  program
    .command('stories')
    .usage('--jsonl [inputs...]')
    .description('group articles by the event that they are about, without a ledger')
    .argument('[inputs...]', 'files of JSON lines, or - for standard input (also the default)')
    .requiredOption('--jsonl', 'read JSON lines, print {"id", "story"} for each, in order, after the last one')
    .addHelpText('after', STORIES_EXAMPLES)
    .action(async (inputs: string[]) => {
      const { runStories } = await import('./stories-command.ts');
      exitCode = (await runStories(inputs)) ? EXIT.done : EXIT.inputFailed;
    });

  program
    .command('claims')
    .usage('--jsonl [inputs...]')
    .description('join assertions that say the same over articles, without a ledger')
    .argument('[inputs...]', 'files of JSON lines, or - for standard input (also the default)')
    .requiredOption('--jsonl', 'read JSON lines, print a claim with its assertions a line, after the last one')
    .addHelpText('after', CLAIMS_EXAMPLES)
    .action(async (inputs: string[]) => {
      const { runClaims } = await import('./claims-command.ts');
      exitCode = (await runClaims(inputs)) ? EXIT.done : EXIT.inputFailed;
    });

  program
    .command('stance')
    .usage('--jsonl [inputs...]')
    .description(
      'say of each claim and text whether the text agrees, disagrees, discusses it or speaks of something else',
    )
    .argument('[inputs...]', 'files of JSON lines, or - for standard input (also the default)')
    .requiredOption('--jsonl', 'read JSON lines, print {"id", "stance", "score"} or an error a line, in order')
    .addHelpText('after', STANCE_EXAMPLES)
    .action(async (inputs: string[]) => {
      const { runStance } = await import('./stance-command.ts');
      exitCode = (await runStance(inputs)) ? EXIT.done : EXIT.inputFailed;
    });

  program
    .command('schema')
    .description('print the JSON Schema of a reading')
    .addHelpText('after', '\nExample:\n  hearsay schema > reading.schema.json\n')
    .action(async () => {
      const { printSchema } = await import('./schema-command.ts');
      await printSchema();
    });

  program.addHelpText('after', PROGRAM_EXAMPLES);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
  return exitCode;
}

/** A day or time in full that is a date to the reader too: it would warn of another and go on without. */
function publicationDate(value: string): string {
  const form = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
  if (!form.test(value) || Number.isNaN(Date.parse(value)) || isoDate(value) === undefined) {
    throw new InvalidArgumentError('Give a day such as 2015-12-27, or a time such as 2015-12-27T14:30:00+03:00.');
  }
  return value;
}

const PROGRAM_EXAMPLES = `
Examples:
  hearsay read report.html
  hearsay read --format html saved/*.html > reading.html
  hearsay ingest saved/ --ledger news.db
  hearsay evaluate times --data corpora/times

Exit codes: 0 all read, 1 an input failed or could only be read in part, 2 wrong usage.
`;

const READ_EXAMPLES = `
Examples:
  hearsay read report.txt --published 2015-12-27      who says what, in the terminal
  hearsay read page.html https://news.example/story   files and URLs, told apart by their form
  curl -s URL | hearsay read - --type html            standard input
  hearsay read *.html --format html > readings.html   one page to look at and to print
  hearsay read *.html --format csv > assertions.csv   one assertion a row
  hearsay read --jsonl < articles.jsonl > readings.jsonl

Each line for --jsonl: {"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}
`;

const STANCE_EXAMPLES = `
Example:
  hearsay stance --jsonl < pairs.jsonl > stances.jsonl

Each line: {"id", "claim", "text"}. The answer: {"id", "stance": "unrelated"|"discuss"|"agree"|"disagree", "score"};
score is how probable that stance is, from 0 to 1.
`;

const COPIES_EXAMPLES = `
Each line: {"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}. A pair is printed when its second article
is read: {"a" (the earlier), "b", "label", "overlap"}. "same": most of the shorter is the other's text or a light rewrite of
it; "part": at least two sentences of narrative are reused; "overlap": the share of the shorter's words, 0 to 1.

Example:
  hearsay copies --jsonl < articles.jsonl > pairs.jsonl
`;

const STORIES_EXAMPLES = `
Each line: {"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}. A later article may show that two stories
are one, so the answer comes after the end of the input: memory grows with the number of articles.

Example:
  hearsay stories --jsonl < articles.jsonl > stories.jsonl
`;

const CLAIMS_EXAMPLES = `
Each line: {"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}. Printed once all are read, a claim a line:
{"claim", "text", "assertions": [{"id": of its article, "assertion": of its reading, "polarity": "for"|"against"|"observing"}]}

Example:
  hearsay claims --jsonl < articles.jsonl > claims.jsonl
`;

const EVALUATE_EXAMPLES = `
The corpora are not part of the repository: docs/evaluation.md says where they come from and the format of each.

Examples:
  hearsay evaluate extraction --data corpora/extraction
  hearsay evaluate times --data corpora/times
  hearsay evaluate stories --data corpora/stance
  hearsay evaluate attribution --data corpora/attribution/polnear.dev.jsonl.gz
  hearsay evaluate desk --data corpora/desk/desk.dev.json --json
  hearsay evaluate copies --data corpora/stance
  hearsay evaluate claims --data corpora
  hearsay evaluate stance --data corpora/stance --json
`;
