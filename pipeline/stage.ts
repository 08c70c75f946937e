import type { VFile } from 'vfile'
import type { Artifact } from './model.ts'

/** One document. Pure and synchronous; what is wrong with the text goes to `file.message`. */
export type DocumentStage<In, Out> = (input: In, file: VFile) => Out

/** The whole corpus, once every document is analysed. */
export type CorpusStage<In, Out> = (input: In) => Out

/** Returns files; `build` writes them. */
export type Exporter<In> = (input: In) => Iterable<Artifact>
