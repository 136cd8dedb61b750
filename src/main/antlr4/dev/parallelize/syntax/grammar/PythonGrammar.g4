/*
 * Python 3.9 to 3.14, written from the language reference as an LL(1) grammar: no decision looks
 * further than one token, so the generated parser never calls adaptivePredict (a test holds that).
 *
 * Three things make that possible. The token stream decides what is a soft keyword and which comma
 * or semicolon is the last one before a closer. Expressions are flat: operands and operators in a
 * row, which Climber folds by precedence. And the rules accept a little too much; the builders
 * reject the rest with messages that a grammar could not give.
 */
parser grammar PythonGrammar;

options {
  superClass = FlatParser;
  contextSuperClass = Branch;
}

tokens {
  // operators and what else can follow an operand come first: their sets then fit one machine word
  PLUS, MINUS, STAR, DOUBLE_STAR, SLASH, DOUBLE_SLASH, PERCENT, AT, LEFT_SHIFT, RIGHT_SHIFT,
  AMPERSAND, BAR, CARET, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL_EQUAL, NOT_EQUAL,
  IN, IS, NOT, AND, OR, TILDE, AWAIT,
  NAME, NUMBER, STRING, FSTRING_START, NONE, TRUE, FALSE, ELLIPSIS, LAMBDA,
  LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE,
  DOT, COMMA, TRAILING_COMMA, COLON, COLON_EQUAL, SEMICOLON, LAST_SEMICOLON, EQUAL, AUGMENTED,
  ARROW, BANG, IF, ELSE, FOR, ASYNC, NEWLINE, INDENT, DEDENT, YIELD,
  FSTRING_MIDDLE, FSTRING_END,
  ELIF, WHILE, TRY, EXCEPT, FINALLY, WITH, AS, DEF, CLASS, MATCH, CASE, TYPE,
  PASS, BREAK, CONTINUE, RETURN, RAISE, GLOBAL, NONLOCAL, DEL, ASSERT, IMPORT, FROM,
  ERROR
}

file : statement* EOF ;

statement
  : simple (SEMICOLON simple)* LAST_SEMICOLON? NEWLINE
  | IF test COLON block (ELIF test COLON block)* (ELSE COLON block)?
  | WHILE test COLON block (ELSE COLON block)?
  | TRY COLON block handler* (ELSE COLON block)? (FINALLY COLON block)?
  | MATCH tests COLON NEWLINE INDENT matchCase+ DEDENT
  | forLoop
  | withBlock
  | function
  | classDefinition
  | ASYNC (forLoop | withBlock | function)
  | (AT test NEWLINE)+ (function | classDefinition | ASYNC function)
  ;

block
  : NEWLINE INDENT statement+ DEDENT
  | simple (SEMICOLON simple)* LAST_SEMICOLON? NEWLINE
  ;

simple
  : tests (COLON test (EQUAL (yielding | tests))? | AUGMENTED (yielding | tests) | (EQUAL (yielding | tests))+)?
  | yielding (EQUAL (yielding | tests))*
  | PASS
  | BREAK
  | CONTINUE
  | RETURN tests?
  | RAISE (test (FROM test)?)?
  | GLOBAL NAME (COMMA NAME)*
  | NONLOCAL NAME (COMMA NAME)*
  | DEL targets
  | ASSERT test (COMMA test)?
  | IMPORT NAME (DOT NAME)* (AS NAME)? (COMMA NAME (DOT NAME)* (AS NAME)?)*
  | FROM (DOT | ELLIPSIS)* (NAME (DOT NAME)*)? IMPORT
    (STAR | LEFT_PAREN importNames TRAILING_COMMA? RIGHT_PAREN | importNames)
  | TYPE NAME typeParameters? EQUAL test
  ;

importNames : NAME (AS NAME)? (COMMA NAME (AS NAME)?)* ;

handler : EXCEPT STAR? (test (COMMA test)* TRAILING_COMMA? (AS NAME)?)? COLON block ;

forLoop : FOR targets IN tests COLON block (ELSE COLON block)? ;

withBlock : WITH test (AS target)? (COMMA test (AS target)?)* COLON block ;

function
  : DEF NAME typeParameters? LEFT_PAREN parameters? RIGHT_PAREN (ARROW test)? COLON block
  ;

classDefinition : CLASS NAME typeParameters? arguments? COLON block ;

typeParameters : LEFT_BRACKET typeParameter (COMMA typeParameter)* TRAILING_COMMA? RIGHT_BRACKET ;

typeParameter : (STAR | DOUBLE_STAR)? NAME (COLON test)? (EQUAL STAR? test)? ;

parameters : parameter (COMMA parameter)* TRAILING_COMMA? ;

parameter
  : SLASH
  | STAR (NAME (COLON STAR? test)? (EQUAL test)?)?
  | DOUBLE_STAR? NAME (COLON test)? (EQUAL test)?
  ;

lambdaParameters : lambdaParameter (COMMA lambdaParameter)* TRAILING_COMMA? ;

lambdaParameter
  : SLASH
  | STAR (NAME (EQUAL test)?)?
  | DOUBLE_STAR? NAME (EQUAL test)?
  ;

yielding : YIELD (FROM test | tests)? ;

tests : STAR? test (COMMA STAR? test)* TRAILING_COMMA? ;

test
  : LAMBDA lambdaParameters? COLON test
  | (PLUS | MINUS | TILDE | NOT | AWAIT)*
    (NAME | NUMBER | (STRING | formatted)+ | NONE | TRUE | FALSE | ELLIPSIS | group | list | braces)
    (DOT NAME | arguments | subscripts)*
    (
      (
        PLUS | MINUS | STAR | DOUBLE_STAR | SLASH | DOUBLE_SLASH | PERCENT | AT | LEFT_SHIFT
        | RIGHT_SHIFT | AMPERSAND | BAR | CARET | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL
        | EQUAL_EQUAL | NOT_EQUAL | IN | IS | AND | OR | NOT IN
      )
      (PLUS | MINUS | TILDE | NOT | AWAIT)*
      (NAME | NUMBER | (STRING | formatted)+ | NONE | TRUE | FALSE | ELLIPSIS | group | list | braces)
      (DOT NAME | arguments | subscripts)*
    )*
    (IF operation ELSE test | COLON_EQUAL test)?
  ;

/** A test without a conditional expression, a lambda or an assignment. */
operation
  : (PLUS | MINUS | TILDE | NOT | AWAIT)*
    (NAME | NUMBER | (STRING | formatted)+ | NONE | TRUE | FALSE | ELLIPSIS | group | list | braces)
    (DOT NAME | arguments | subscripts)*
    (
      (
        PLUS | MINUS | STAR | DOUBLE_STAR | SLASH | DOUBLE_SLASH | PERCENT | AT | LEFT_SHIFT
        | RIGHT_SHIFT | AMPERSAND | BAR | CARET | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL
        | EQUAL_EQUAL | NOT_EQUAL | IN | IS | AND | OR | NOT IN
      )
      (PLUS | MINUS | TILDE | NOT | AWAIT)*
      (NAME | NUMBER | (STRING | formatted)+ | NONE | TRUE | FALSE | ELLIPSIS | group | list | braces)
      (DOT NAME | arguments | subscripts)*
    )*
  ;

/** What for, with, del and comprehensions bind; no operators, so that the loop's own "in" stays. */
targets : target (COMMA target)* TRAILING_COMMA? ;

target
  : STAR?
    (NAME | NUMBER | (STRING | formatted)+ | NONE | TRUE | FALSE | ELLIPSIS | group | list | braces)
    (DOT NAME | arguments | subscripts)*
  ;

arguments
  : LEFT_PAREN
    (
      (STAR test | DOUBLE_STAR test | test (EQUAL test | comprehension)?)
      (COMMA (STAR test | DOUBLE_STAR test | test (EQUAL test | comprehension)?))*
      TRAILING_COMMA?
    )?
    RIGHT_PAREN
  ;

subscripts : LEFT_BRACKET subscript (COMMA subscript)* TRAILING_COMMA? RIGHT_BRACKET ;

subscript
  : STAR test
  | test (COLON test? (COLON test?)?)?
  | COLON test? (COLON test?)?
  ;

group
  : LEFT_PAREN
    (
      yielding
      | STAR? test (AS target)? comprehension?
        (COMMA STAR? test (AS target)? comprehension?)*
        TRAILING_COMMA?
    )?
    RIGHT_PAREN
  ;

list
  : LEFT_BRACKET
    (STAR? test comprehension? (COMMA STAR? test comprehension?)* TRAILING_COMMA?)?
    RIGHT_BRACKET
  ;

braces : LEFT_BRACE (entry (COMMA entry)* TRAILING_COMMA?)? RIGHT_BRACE ;

entry
  : (STAR | DOUBLE_STAR) test comprehension?
  | test (COLON test)? comprehension?
  ;

comprehension : (ASYNC? FOR targets IN operation (IF operation)*)+ ;

formatted : FSTRING_START (FSTRING_MIDDLE | field)* FSTRING_END ;

field
  : LEFT_BRACE (yielding | tests) EQUAL? (BANG NAME)? (COLON (FSTRING_MIDDLE | field)*)? RIGHT_BRACE
  ;

matchCase : CASE patterns (IF test)? COLON block ;

patterns : pattern (COMMA pattern)* TRAILING_COMMA? ;

pattern
  : STAR NAME
  | closedPattern (BAR closedPattern)* (AS closedPattern)?
  ;

closedPattern
  : MINUS? NUMBER ((PLUS | MINUS) NUMBER)?
  | (STRING | formatted)+
  | NONE
  | TRUE
  | FALSE
  | NAME (DOT NAME)* classPattern?
  | LEFT_PAREN patterns? RIGHT_PAREN
  | LEFT_BRACKET patterns? RIGHT_BRACKET
  | LEFT_BRACE (mappingEntry (COMMA mappingEntry)* TRAILING_COMMA?)? RIGHT_BRACE
  ;

classPattern
  : LEFT_PAREN
    (pattern (EQUAL pattern)? (COMMA pattern (EQUAL pattern)?)* TRAILING_COMMA?)?
    RIGHT_PAREN
  ;

mappingEntry : DOUBLE_STAR NAME | closedPattern COLON pattern ;
