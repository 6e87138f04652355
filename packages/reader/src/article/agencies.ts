/** News agencies by the names they are credited under, longest names first where one begins with another. */
const AGENCIES: readonly (readonly [name: string, credit: string])[] = [
  ['AAP', 'AAP'],
  ['AFP', 'AFP'],
  ['AGENCE FRANCE-PRESSE', 'AFP'],
  ['ANI', 'ANI'],
  ['ANSA', 'ANSA'],
  ['AP', 'AP'],
  ['ASSOCIATED PRESS', 'AP'],
  ['Agence France Presse', 'AFP'],
  ['Agence France-Presse', 'AFP'],
  ['Anadolu Agency', 'Anadolu'],
  ['Asian News International', 'ANI'],
  ['Associated Press', 'AP'],
  ['Australian Associated Press', 'AAP'],
  ['Bloomberg', 'Bloomberg'],
  ['Bloomberg News', 'Bloomberg'],
  ['EFE', 'EFE'],
  ['IANS', 'IANS'],
  ['ITAR-TASS', 'TASS'],
  ['Indo-Asian News Service', 'IANS'],
  ['Interfax', 'Interfax'],
  ['KUNA', 'KUNA'],
  ['Kyodo', 'Kyodo'],
  ['Kyodo News', 'Kyodo'],
  ['PA', 'PA'],
  ['PA Media', 'PA'],
  ['PTI', 'PTI'],
  ['Press Association', 'PA'],
  ['Press Trust of India', 'PTI'],
  ['REUTERS', 'Reuters'],
  ['RIA Novosti', 'RIA Novosti'],
  ['Reuters', 'Reuters'],
  ['TASS', 'TASS'],
  ['THE ASSOCIATED PRESS', 'AP'],
  ['The Associated Press', 'AP'],
  ['The Canadian Press', 'The Canadian Press'],
  ['Thomson Reuters', 'Reuters'],
  ['UPI', 'UPI'],
  ['United Press International', 'UPI'],
  ['Xinhua', 'Xinhua'],
  ['Yonhap', 'Yonhap'],
  ['dpa', 'dpa'],
];

const CREDITS: ReadonlyMap<string, string> = new Map(AGENCIES);

/** The agencies' names as alternatives of a regular expression, longest first. */
export const AGENCY_ALTERNATIVES = AGENCIES.map(([name]) => name)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join('|');

/** The short form of an agency's name ("AP" for "The Associated Press"); `undefined` where it is none. */
export function agencyCredit(name: string): string | undefined {
  return CREDITS.get(name.trim());
}
