/** The Hugo shortcode: checks what it is asked for while Hugo builds, and writes the frame. */
import { stopsOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { speeds, themes } from './messages.ts';
import { controlSets, parameterNames, views } from './parameters.ts';

const list = (names: readonly (string | number)[]) => `(slice ${names.map((name) => `"${name}"`).join(' ')})`;

/**
 * The file `layouts/shortcodes/between-services.html`.
 * @param site the published address of this site, without a slash at its end
 */
export function hugoShortcodeFile(site: string, catalogue: Catalogue): string {
  const known = catalogue.map((technique) => {
    const stops = Object.entries(stopsOf(technique)).map(([name, count]) => `"${name}" ${count}`).join(' ');
    return `  "${technique.slug}" (dict ${stops})`;
  });
  const heights = catalogue.map(({ slug, heights: of }) => `  "${slug}" (dict ${controlSets.map((set) => `"${set}" ${of[set]}`).join(' ')})`);
  return `{{- /*
  A figure of ${site}/
  In a post: between-services technique="${catalogue[0]?.slug}" title="${catalogue[0]?.title}", between double braces and angle brackets.
  technique and title are required. Optional: ${parameterNames.join(', ')}.
  A wrong name or value, or a missing title, stops the build and says where.
*/ -}}
{{- $site := "${site}" -}}
{{- $techniques := dict
${known.join('\n')}
-}}
{{- $heights := dict
${heights.join('\n')}
-}}
{{- $values := dict
  "view" ${list(views)}
  "theme" ${list(themes)}
  "controls" ${list(controlSets)}
  "autoplay" ${list([0, 1])}
  "speed" ${list(speeds)}
-}}
{{- $names := ${list(['technique', 'title', ...parameterNames])} -}}
{{- $asked := cond .IsNamedParams .Params (dict) -}}
{{- $wrong := "" -}}
{{- range $name, $value := $asked -}}
  {{- if not (in $names $name) }}{{ $wrong = printf "there is no parameter %s; there are %s" $name (delimit $names ", ") }}{{ end -}}
  {{- with index $values $name }}{{ if not (in . (string $value)) }}{{ $wrong = printf "%s is one of %s, but found %s" $name (delimit . ", ") $value }}{{ end }}{{ end -}}
{{- end -}}
{{- $technique := string (index $asked "technique") -}}
{{- $title := trim (string (index $asked "title")) " " -}}
{{- $scenario := string (or (index $asked "scenario") "normal") -}}
{{- $step := string (or (index $asked "step") "0") -}}
{{- with index $techniques $technique -}}
  {{- $stops := index . $scenario -}}
  {{- if not $stops -}}
    {{- $all := slice }}{{ range $name, $count := . }}{{ $all = $all | append $name }}{{ end -}}
    {{- $wrong = printf "scenario of %s is one of %s, but found %s" $technique (delimit $all ", ") $scenario -}}
  {{- else -}}
    {{- $there := false -}}
    {{- range seq 0 (sub $stops 1) }}{{ if eq (string .) $step }}{{ $there = true }}{{ end }}{{ end -}}
    {{- if not $there }}{{ $wrong = printf "step of this run is a number from 0 to %d, but found %s" (sub $stops 1) $step }}{{ end -}}
  {{- end -}}
{{- else -}}
  {{- $all := slice }}{{ range $name, $scenarios := $techniques }}{{ $all = $all | append $name }}{{ end -}}
  {{- $wrong = printf "technique is one of %s, but found %s" (delimit $all ", ") (or $technique "none") -}}
{{- end -}}
{{- if and (not $wrong) (not $title) }}{{ $wrong = "it needs a title, which says what the figure is to a reader who does not see it" }}{{ end -}}
{{- if not .IsNamedParams }}{{ $wrong = "write its parameters with their names, as in technique=\\"${catalogue[0]?.slug}\\" title=\\"...\\"" }}{{ end -}}
{{- if $wrong -}}
  {{- errorf "%s: shortcode between-services: %s." .Position $wrong -}}
{{- else -}}
  {{- $query := slice -}}
  {{- range ${list(parameterNames)} -}}
    {{- $value := string (or (index $asked .) (cond (eq . "theme") "light" "")) -}}
    {{- if $value }}{{ $query = $query | append (printf "%s=%s" . $value) }}{{ end -}}
  {{- end -}}
<iframe src="{{ printf "%s/embed/v1/%s/?%s" $site $technique (delimit $query "&") | safeURL }}" title="{{ $title }}, animated" width="100%" height="{{ index (index $heights $technique) (or (index $asked "controls") "full") }}" frameborder="0" loading="lazy" allow="fullscreen"></iframe>
{{- end -}}
`;
}
