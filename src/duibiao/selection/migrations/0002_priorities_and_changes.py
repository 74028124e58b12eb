import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enterprises', '0002_areas_titles_rankings'),
        ('selection', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='recommendation',
            options={'ordering': ['organisation__region__order', '-priority', 'name']},
        ),
        migrations.AddField(
            model_name='changeorder',
            name='details',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='participation',
            name='consented_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='participation',
            name='leave_reason',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='participation',
            name='left_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='participation',
            name='source',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='block_note',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='is_advantageous',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='priority',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='source',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='zones',
            field=models.ManyToManyField(related_name='+', to='enterprises.zone'),
        ),
        migrations.AlterField(
            model_name='changeorder',
            name='kind',
            field=models.CharField(choices=[('leave', 'leave'), ('rename', 'rename'), ('move', 'move'), ('correct', 'correct')], max_length=10),
        ),
        # The text that stood here named no block economy by key; nothing was entered yet.
        migrations.RemoveField(model_name="recommendation", name="block_economy"),
        migrations.AddField(
            model_name='recommendation',
            name='block_economy',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enterprises.blockeconomy'),
        ),
        migrations.AddConstraint(
            model_name='changeorder',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['effective', 'rejected']), _negated=True), fields=('participation', 'kind'), name='one_open_change_of_a_kind'),
        ),
    ]
