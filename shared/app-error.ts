/**
 * The one shape in which a refusal or failure reaches a person, on the command line (`formats.md` section 4) and in the window.
 * `message` says what was expected and what was found; `path` is a JSON path or a file path with a line; `fix` is what to do.
 */
export interface AppError {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly fix?: string;
}
