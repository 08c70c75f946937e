/** Something that the person who typed the line should mend. */
export class UsageError extends Error {}
