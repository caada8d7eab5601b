/// Folded letters by name: what clitics and endings are made of. Code points, so that a letter read
/// from folded bytes is compared as a number.
public enum Alphabet {
  /// ء alone; ؤ and ئ stay letters of their own.
  @inlinable public static var hamza: UInt32 { 0x621 }
  /// ا, and أ إ آ, which fold to it.
  @inlinable public static var alif: UInt32 { 0x627 }
  /// ب
  @inlinable public static var ba: UInt32 { 0x628 }
  /// ت
  @inlinable public static var ta: UInt32 { 0x62A }
  /// د
  @inlinable public static var dal: UInt32 { 0x62F }
  /// ر
  @inlinable public static var ra: UInt32 { 0x631 }
  /// س
  @inlinable public static var sin: UInt32 { 0x633 }
  /// ع
  @inlinable public static var ain: UInt32 { 0x639 }
  /// ف
  @inlinable public static var fa: UInt32 { 0x641 }
  /// ك
  @inlinable public static var kaf: UInt32 { 0x643 }
  /// ل
  @inlinable public static var lam: UInt32 { 0x644 }
  /// م
  @inlinable public static var mim: UInt32 { 0x645 }
  /// ن
  @inlinable public static var nun: UInt32 { 0x646 }
  /// ه, and ة, which folds to it.
  @inlinable public static var ha: UInt32 { 0x647 }
  /// و
  @inlinable public static var waw: UInt32 { 0x648 }
  /// ي, and ى, which folds to it.
  @inlinable public static var ya: UInt32 { 0x64A }
}
