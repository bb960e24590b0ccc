<#-- What license-maven-plugin prints: one line for each library, in the order of their names. -->
soundcalc.jar holds the classes of these libraries, unchanged. What they hold of others, with licences of its own,
is named in META-INF/NOTICE of the jar, and the texts of those licences are beside it. Where there is a folder jre,
its legal/ has the licences of the Java runtime.

<#list dependencyMap as e>
<#assign artifact = e.getKey()/>
<#assign licenses = e.getValue()/>
${artifact.groupId}:${artifact.artifactId} ${artifact.version}
  licence: <#list licenses as license>${license}<#sep>, </#list>
<#if artifact.url??>
  ${artifact.url}
</#if>

</#list>
