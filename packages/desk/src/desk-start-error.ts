/** Why a desk could not be opened, in one line for a person. */
export class DeskStartError extends Error {}
