/**
 * What bytes 0x80 to 0x9F mean in windows-1252, as the WHATWG Encoding Standard maps them: five of them stay
 * control characters. TextDecoder is not used, because Node 20 reads these bytes as Latin-1 controls.
 */
const HIGH_CONTROLS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** @example decodeWindows1252(new Uint8Array([0x8c, 0xe6])); // 'Œæ' */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => HIGH_CONTROLS[control.charCodeAt(0) - 0x80]);
}
