package dev.parallelize.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.SyntaxTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private static final String NUMPY = "import numpy as np";
  private static final String POOL = "from concurrent.futures import ProcessPoolExecutor";

  @Test
  void goesAfterTheDocstring() {
    check(
        "\"\"\"Doc.\"\"\"\n\nx = HERE\n",
        "\"\"\"Doc.\"\"\"\n\nimport numpy as np\n\nx = HERE\n",
        NUMPY,
        "np");
  }

  @Test
  void goesAfterTheFutureImport() {
    check(
        "from __future__ import annotations\n\n\ndef f():\n    HERE\n",
        "from __future__ import annotations\n\nimport numpy as np\n\n\ndef f():\n    HERE\n",
        NUMPY,
        "np");
  }

  @Test
  void goesBelowShebangAndLicense() {
    check(
        "#!/usr/bin/env python3\n# License\n\ndef f():\n    HERE\n",
        "#!/usr/bin/env python3\n# License\n\nimport numpy as np\n\n\ndef f():\n    HERE\n",
        NUMPY,
        "np");
  }

  @Test
  void startsAFileWithoutAnyHeader() {
    check("def f():\n    HERE\n", "import os\n\n\ndef f():\n    HERE\n", "import os", "os");
    check("x = HERE", "import os\n\nx = HERE", "import os", "os");
  }

  @Test
  void opensItsOwnSectionBelowTheStandardLibrary() {
    check(
        "import math\nimport sys\n\nx = HERE\n",
        "import math\nimport sys\n\nimport numpy as np\n\nx = HERE\n",
        NUMPY,
        "np");
  }

  @Test
  void opensTheStandardSectionAboveInstalledPackages() {
    check(
        "import requests\n\nx = HERE\n",
        "import os\n\nimport requests\n\nx = HERE\n",
        "import os",
        "os");
  }

  @Test
  void standsBetweenItsNeighboursInOrder() {
    check(
        "import json\nimport sys\nfrom pathlib import Path\n\nimport requests\n\nx = HERE\n",
        "import json\nimport os\nimport sys\nfrom pathlib import Path\n\nimport requests\n\nx = HERE\n",
        "import os",
        "os");
    check(
        "import json\nfrom pathlib import Path\n\nx = HERE\n",
        "import json\nfrom concurrent.futures import ProcessPoolExecutor\nfrom pathlib import Path\n\n"
            + "x = HERE\n",
        POOL,
        "ProcessPoolExecutor");
  }

  @Test
  void joinsAStatementOfTheSameModule() {
    check(
        "from concurrent.futures import Future, wait\nx = HERE\n",
        "from concurrent.futures import Future, ProcessPoolExecutor, wait\nx = HERE\n",
        POOL,
        "ProcessPoolExecutor");
  }

  @Test
  void usesWhatIsImportedAlready() {
    unchanged("import numpy\nx = HERE\n", NUMPY, "numpy");
    unchanged("import numpy as xp\nx = HERE\n", NUMPY, "xp");
    unchanged("import concurrent.futures as cf\nx = HERE\n", POOL, "cf.ProcessPoolExecutor");
    unchanged(
        "import concurrent.futures\nx = HERE\n", POOL, "concurrent.futures.ProcessPoolExecutor");
    unchanged("from concurrent import futures\nx = HERE\n", POOL, "futures.ProcessPoolExecutor");
    unchanged("from concurrent.futures import ProcessPoolExecutor as P\nx = HERE\n", POOL, "P");
    unchanged("import os.path\nx = HERE\n", "import os", "os");
    unchanged("def f():\n    import numpy as np\n    HERE\n", NUMPY, "np");
  }

  @Test
  void doesNotUseAnImportThatComesLaterOrMayNotHappen() {
    check(
        "def f():\n    HERE\n    import numpy as np\n",
        "import numpy as numpy_module\n\n\ndef f():\n    HERE\n    import numpy as np\n",
        NUMPY,
        "numpy_module");
    check(
        "try:\n    import numpy as np\nexcept ImportError:\n    np = None\nx = HERE\n",
        "import numpy as numpy_module\n\ntry:\n    import numpy as np\nexcept ImportError:\n"
            + "    np = None\nx = HERE\n",
        NUMPY,
        "numpy_module");
  }

  @Test
  void bindsTheUsualNameBesideTheSameImportElsewhere() {
    check(
        "import sys\n\n\ndef g():\n    import os\n\n\ndef f():\n    HERE\n",
        "import os\nimport sys\n\n\ndef g():\n    import os\n\n\ndef f():\n    HERE\n",
        "import os",
        "os");
  }

  @Test
  void avoidsNamesThatTheFileBinds() {
    check(
        "np = 3\nx = HERE\n",
        "import numpy as numpy_module\n\nnp = 3\nx = HERE\n",
        NUMPY,
        "numpy_module");
    check(
        "def f(os):\n    HERE\n",
        "import os as os_module\n\n\ndef f(os):\n    HERE\n",
        "import os",
        "os_module");
    check(
        "class ProcessPoolExecutor:\n    pass\n\n\nx = HERE\n",
        "from concurrent.futures import ProcessPoolExecutor as _ProcessPoolExecutor\n\n\n"
            + "class ProcessPoolExecutor:\n    pass\n\n\nx = HERE\n",
        POOL,
        "_ProcessPoolExecutor");
  }

  @Test
  void keepsLineEndsAndSharedLines() {
    check(
        "import sys; y = (\r\n  1)\r\nx = HERE\r\n",
        "import sys; y = (\r\n  1)\r\n\r\nimport numpy as np\r\nx = HERE\r\n",
        NUMPY,
        "np");
  }

  @Test
  void addsSeveralAtOnceInSections() {
    String text = "import csv\n\n\ndef f():\n    HERE\n";
    SyntaxTree tree = parse(text);
    Imports imports =
        Imports.ensure(
            tree, text.indexOf("HERE"), List.of(NUMPY, "import pandas as pd", POOL, "import os"));
    assertThat(Edits.apply(tree.source(), imports.edits()).text())
        .isEqualTo(
            "import csv\nimport os\nfrom concurrent.futures import ProcessPoolExecutor\n\n"
                + "import numpy as np\nimport pandas as pd\n\n\ndef f():\n    HERE\n");
    assertThat(imports.added()).containsExactly(NUMPY, "import pandas as pd", POOL, "import os");
  }

  @Test
  void joinsTwoNamesOfOneModule() {
    String text = "x = HERE\n";
    SyntaxTree tree = parse(text);
    Imports imports =
        Imports.ensure(
            tree, text.indexOf("HERE"), List.of(POOL, "from concurrent.futures import wait"));
    assertThat(Edits.apply(tree.source(), imports.edits()).text())
        .isEqualTo("from concurrent.futures import ProcessPoolExecutor, wait\n\nx = HERE\n");
  }

  private static void unchanged(String text, String request, String name) {
    check(text, text, request, name);
  }

  private static void check(String text, String expected, String request, String name) {
    SyntaxTree tree = parse(text);
    Imports imports = Imports.ensure(tree, text.indexOf("HERE"), List.of(request));
    assertThat(Edits.apply(tree.source(), imports.edits()).text()).isEqualTo(expected);
    assertThat(imports.name(request)).isEqualTo(name);
  }

  private static SyntaxTree parse(String text) {
    ParseResult result =
        PythonParser.parse(PythonSource.of(text), PythonVersion.parse("3.11").orElseThrow());
    return ((ParseResult.Parsed) result).tree();
  }
}
