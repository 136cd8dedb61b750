package dev.parallelize.syntax.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterNamesTest {
  @ParameterizedTest
  @CsvSource({
    "LATIN SMALL LETTER A, 61",
    "latin small letter a, 61",
    "LATIN SMALL LETTER GHA, 1A3",
    "NBSP, A0",
    "LF, A",
    "ALERT, 7",
    "BELL, 1F514",
    "VS16, FE0F",
    "BYTE ORDER MARK, FEFF",
    "WEIERSTRASS ELLIPTIC FUNCTION, 2118",
    "CJK UNIFIED IDEOGRAPH-4E00, 4E00",
    "CJK UNIFIED IDEOGRAPH-04E00, 4E00",
    "CJK UNIFIED IDEOGRAPH-31350, 31350",
    "CJK COMPATIBILITY IDEOGRAPH-F900, F900",
    "NUSHU CHARACTER-1B170, 1B170",
    "HANGUL SYLLABLE GA, AC00",
    "HANGUL SYLLABLE A, C544",
    "HANGUL SYLLABLE HIH, D7A3"
  })
  void namesOfCharacters(String name, String code) {
    assertThat(CharacterNames.lookUp(name)).isEqualTo(Integer.parseInt(code, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NOPE",
        "BASIC LATIN 41",
        "PRIVATE USE AREA E000",
        "HANGUL SYLLABLES AC00",
        "HANGUL SYLLABLE ",
        "HANGUL SYLLABLE GAX",
        "hangul syllable ga",
        "CJK UNIFIED IDEOGRAPH-FFFF",
        "CJK UNIFIED IDEOGRAPH-4e00",
        "CJK UNIFIED IDEOGRAPHS 4E00",
        "TANGUT IDEOGRAPH-17000",
        "KEYCAP DIGIT ONE"
      })
  void whatNamesNoCharacter(String name) {
    assertThat(CharacterNames.lookUp(name)).isEqualTo(-1);
  }
}
