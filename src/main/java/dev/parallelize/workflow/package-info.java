/**
 * The four calls, {@code analyze}, {@code classify}, {@code transform} and {@code verify}: a request record in, an
 * answer record out, with the names and meanings that clients rely on. Joins the packages to its left; knows no
 * transport and no JSON beyond the names of fields.
 */
@NullMarked
package dev.parallelize.workflow;

import org.jspecify.annotations.NullMarked;
