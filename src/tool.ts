declare const __TOOL__: string | undefined;
declare const __LIBRARIES__: Readonly<Record<string, string>> | undefined;

/** Name and version for provenance, set by the build; run from source it says so. */
export const TOOL: string = typeof __TOOL__ === 'string' ? __TOOL__ : 'portal-study (from source)';

/** The packages of others that are built in, each with its version; none where the tool runs from source. */
export const LIBRARIES: Readonly<Record<string, string>> = typeof __LIBRARIES__ === 'object' ? __LIBRARIES__ : {};
