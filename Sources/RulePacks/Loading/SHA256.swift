internal import CNettle

/// The secure hash of FIPS 180-4 with 256 bits, by the system's Nettle: what a pack's files are known by.
public enum SHA256 {
  /// Sixty-four lower-case hexadecimal digits for some bytes.
  public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    var context = sha256_ctx()
    // SAFETY: each call reads or fills as many bytes as the array beside it has, and keeps no pointer.
    unsafe nettle_sha256_init(&context)
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
